/** How throughput grows with users, and where more of them begin to cost more than they bring. */
import { fitBounds } from '../stats/bounds.ts';
import { kneedle, powerKnee } from '../stats/knee.ts';
import { seededRandom } from '../stats/random.ts';
import { ladderOf } from '../stats/search.ts';
import { fitUsl } from '../stats/usl.ts';
import { finding, type Rule } from './evidence.ts';
import { searchedIn } from './searched.ts';

/** Fires for every search by users that took steps enough for a curve. */
export const scaling: Rule = (scene) =>
  searchedIn(scene).flatMap(({ name, search }) => {
    if (search.kind !== 'stress') return [];
    const steps = ladderOf(search);
    const usl = fitUsl(steps, seededRandom(scene.run.seed));
    const knee = powerKnee(steps);
    if (usl === null || knee === null) return [];
    const bounds = fitBounds(steps, search.thinkTime);
    const second = kneedle(
      steps.map(({ users }) => users),
      steps.map(({ throughput }) => throughput),
    );
    const evidence = { scenario: name, usl, bounds, knee: { ...knee, second } };
    return [finding('scaling', 'potential', 'likely', evidence)];
  });
