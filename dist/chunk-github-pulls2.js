import.meta.dirname;
import.meta.filename;
import { i as phrase } from "./chunk-phrase.js";
import { _ as string, i as array, l as int, m as object } from "./chunk-schemas.js";
import { a as callError, n as openOctokit, r as reply, s as everyPage } from "./chunk-github2.js";
import { i as tipOf, r as openPlace, t as attempting } from "./chunk-github-branch.js";
// src/platform/github-pulls.ts
/** Pull requests on GitHub: those that a commit is the head of, and the one that brings accepted runs into a file. Numbers come from GitHub, never from what a run of strangers left. */
/** Branches have few pull requests: one for each branch that they may be merged into. */
const PULLS_MAX = 100;
/** GitHub lists no more than 3,000 files of a pull request. */
const FILE_PAGES_MAX = 30;
const filesSchema = array(object({
	filename: string(),
	previous_filename: string().nullish()
}));
const sha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const pullsSchema = array(object({
	number: int().positive(),
	state: string(),
	head: object({
		sha,
		repo: object({ full_name: string() }).nullish()
	}),
	base: object({ sha })
}));
/** The open pull requests whose head is this very commit of this very repository. Not by the commit alone: GitHub does not find those of forks by it. */
async function findPulls(head, options) {
	const octokit = await openOctokit(options);
	const [owner = "", repo = ""] = options.repository.split("/");
	const [user = ""] = head.repository.split("/");
	return reply(async () => {
		const wanted = {
			owner,
			repo,
			state: "open",
			head: `${user}:${head.branch}`
		};
		const { data } = await octokit.rest.pulls.list({
			...wanted,
			per_page: PULLS_MAX
		});
		return pullsSchema.parse(data).map((pull) => ({
			number: pull.number,
			headSha: pull.head.sha,
			headRepository: pull.head.repo?.full_name ?? null,
			baseSha: pull.base.sha
		})).filter((pull) => pull.headSha === head.sha && pull.headRepository === head.repository);
	});
}
/** Paths of the files that a pull request changes, relative to the repository, with those that it renames. They are a stranger's words. */
async function listChangedFiles(pull, options) {
	const octokit = await openOctokit(options);
	const [owner = "", repo = ""] = options.repository.split("/");
	return reply(async () => {
		const wanted = {
			owner,
			repo,
			pull_number: pull,
			per_page: 100
		};
		return everyPage(FILE_PAGES_MAX, (page) => octokit.rest.pulls.listFiles({
			...wanted,
			page
		}), (data) => filesSchema.parse(data).flatMap(({ filename, previous_filename: before }) => before == null ? [filename] : [filename, before]));
	});
}
const FIND = `query ($owner: String!, $repo: String!, $head: String!) {
  repository(owner: $owner, name: $repo) {
    id
    pullRequests(headRefName: $head, states: OPEN, first: 1) { nodes { number url } }
  }
}`;
const OPEN = `mutation ($input: CreatePullRequestInput!) {
  createPullRequest(input: $input) { pullRequest { number url } }
}`;
const pull = object({
	number: int(),
	url: string()
});
const foundSchema = object({ repository: object({
	id: string(),
	pullRequests: object({ nodes: array(pull) })
}) });
const openedSchema = object({ createPullRequest: object({ pullRequest: pull }) });
/** Opens the branch; calls nothing yet. */
async function openPullBranch(options) {
	const place = await openPlace(options);
	const { octokit, owner, repo, branch } = place;
	return {
		async find() {
			const answer = foundSchema.parse(await octokit.graphql(FIND, {
				owner,
				repo,
				head: branch
			}));
			return {
				repositoryId: answer.repository.id,
				pull: answer.repository.pullRequests.nodes[0] ?? null
			};
		},
		restart: (target) => attempting(() => restart(place, target)),
		async open({ repositoryId }, target, title, body) {
			const input = {
				repositoryId,
				baseRefName: target,
				headRefName: branch,
				title,
				body
			};
			return openedSchema.parse(await octokit.graphql(OPEN, { input })).createPullRequest.pullRequest;
		}
	};
}
async function restart(place, target) {
	const { octokit, owner, repo, branch } = place;
	const commit = await tipOf({
		...place,
		branch: target
	});
	if (commit === null) return {
		kind: "refused",
		why: "missing",
		message: phrase("no-branch", { branch: target })
	};
	if (await tipOf(place) !== null) await octokit.rest.git.deleteRef({
		owner,
		repo,
		ref: `heads/${branch}`
	}).catch((error) => {
		if (callError(error).status !== 422) throw error;
	});
	await octokit.rest.git.createRef({
		owner,
		repo,
		ref: `refs/heads/${branch}`,
		sha: commit
	});
	return {
		kind: "written",
		commit
	};
}
export { listChangedFiles as n, openPullBranch as r, findPulls as t };
