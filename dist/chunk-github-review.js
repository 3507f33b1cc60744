import.meta.dirname;
import.meta.filename;
import { c as isSameAcceptance } from "./chunk-acceptance.js";
import { r as readAcceptance, t as acceptanceLines } from "./chunk-acceptance-line.js";
import { _ as string, i as array, l as int, m as object, o as boolean } from "./chunk-schemas.js";
import { t as datetime } from "./chunk-iso.js";
import { n as openOctokit, r as reply, s as everyPage } from "./chunk-github2.js";
// src/baseline/pull-request.ts
/**
* The acceptances in a pull request's words. Only words of a person who may write to the repository at this moment count, and only as that person left them.
*
* Whoever opened a pull request may edit its description, and so may everybody who can write: it counts when both the one who opened it and the one who edited it last
* may write. A comment counts when nobody but its author edited it. A label counts for the person who set it.
*/
/** How the name of a label begins that is an acceptance; its description goes on where its name ends. */
const LABEL = /^loadgate: accept(?![\w-])/i;
/** Comments of Loadgate begin so: what they quote is nobody's word. */
const OWN_COMMENT = /^<!-- loadgate:/;
/** More refusals are noise. */
const REFUSED_MAX$1 = 10;
/**
* Reads the acceptances of a pull request. `scenarios`: those of the plan. Of several for the same metric of a scenario the latest counts: they do not add up.
* Never throws for what GitHub refuses: that is told, and nothing is accepted.
*/
async function readPullRequest(review, pullRequest, scenarios) {
	const words = await review.words(pullRequest);
	if ("refusal" in words) return notRead$1(words.refusal.message);
	const may = rights(review);
	const latest = /* @__PURE__ */ new Map();
	const refused = [];
	for (const said of saidIn(words.value)) {
		const judged = await judgeLine(said, scenarios, may);
		if ("kind" in judged) refused.push(judged);
		else latest.set(JSON.stringify([judged.scenario, judged.metric]), judged);
	}
	return {
		acceptances: [...latest.values()],
		refused: refused.slice(0, REFUSED_MAX$1)
	};
}
/** Everything that is meant as an acceptance, oldest first. */
function saidIn({ description, comments, labels }) {
	return [
		...saidInText(description, "description"),
		...comments.filter(({ text }) => !OWN_COMMENT.test(text)).flatMap((comment) => saidInText(comment, "comment")),
		...labels.flatMap(saidInLabel)
	].toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at));
}
function saidInText({ text, by, edited, at }, where) {
	const isForeign = edited !== null && (edited.by === null || edited.by.login !== by?.login);
	return acceptanceLines(text).map((line) => ({
		text: line,
		at,
		people: edited === null ? [by] : [by, edited.by],
		edited: where === "comment" && isForeign ? edited : null
	}));
}
function saidInLabel({ name, description, by, at }) {
	if (!LABEL.test(name)) return [];
	return [{
		text: `${name.replace(/^loadgate: /i, "loadgate ")} ${description}`.replaceAll(/\s+/g, " ").trim(),
		at,
		people: [by],
		edited: null
	}];
}
/** Asks for each person once. */
function rights(review) {
	const known = /* @__PURE__ */ new Map();
	return (person) => {
		if (person === null || !person.isUser) return Promise.resolve({ value: false });
		const asked = known.get(person.login) ?? review.mayWrite(person.login);
		known.set(person.login, asked);
		return asked;
	};
}
async function judgeLine({ text, at, people, edited }, scenarios, may) {
	const [author = null] = people;
	const by = author?.login ?? null;
	if (edited !== null) return {
		kind: "edited",
		text,
		by,
		editor: edited.by?.login ?? null
	};
	for (const person of people) {
		const answer = await may(person);
		if ("refusal" in answer) return {
			kind: "not-read",
			message: answer.refusal.message
		};
		if (!answer.value) return {
			kind: "not-allowed",
			text,
			by: person?.login ?? null
		};
	}
	const read = readAcceptance(text, scenarios, at);
	if ("problem" in read) return {
		kind: "not-understood",
		text,
		problem: read.problem
	};
	return {
		...read.accepted,
		by: people.at(-1)?.login ?? "",
		at,
		since: at,
		commit: null,
		from: "pull-request"
	};
}
const notRead$1 = (message) => ({
	acceptances: [],
	refused: [{
		kind: "not-read",
		message
	}]
});
/**
* What stands, with what the pull request itself gives, or a push of several. What the baseline has of it already, as on a repeated run, is not counted twice: it is told as it was recorded,
* and is known to be from both.
*/
function withPullRequest(standing, { acceptances, refused }) {
	const known = standing.acceptances.map((each) => acceptances.some((given) => isSameAcceptance(each, given)) ? {
		...each,
		from: "both"
	} : each);
	const fresh = acceptances.filter((given) => !known.some((each) => isSameAcceptance(each, given)));
	return {
		...standing,
		acceptances: [...known, ...fresh],
		refused: [...standing.refused, ...refused]
	};
}
// src/baseline/merged.ts
/** More refusals are noise. */
const REFUSED_MAX = 10;
/**
* The acceptances of the pull requests that a push merged, oldest first, each with the commit that its merge made; and what kept others from it. One that cannot be read does not lose the
* others. Never throws for what GitHub refuses.
*/
async function readMerged(review, push, scenarios) {
	const { commits, refused } = await commitsOf(review, push);
	const found = [{
		acceptances: [],
		refused
	}];
	const read = /* @__PURE__ */ new Set();
	for (const sha of commits) {
		const merged = await review.mergedBy(sha);
		if ("refusal" in merged) {
			found.push({
				acceptances: [],
				refused: [notRead(sha.slice(0, 12), merged.refusal.message)]
			});
			continue;
		}
		for (const number of merged.value.filter((each) => !read.has(each))) {
			read.add(number);
			found.push(mergedAs(sha, number, await readPullRequest(review, number, scenarios)));
		}
	}
	const all = found.flatMap((each) => each.refused);
	return {
		acceptances: found.flatMap(({ acceptances }) => acceptances),
		refused: all.toSorted((left, right) => Number(right.kind === "not-read") - Number(left.kind === "not-read")).slice(0, REFUSED_MAX)
	};
}
/** The commits to ask about, and what is left out of them. */
async function commitsOf(review, push) {
	const { before, after } = push;
	const range = `${before?.slice(0, 12) ?? ""}...${after.slice(0, 12)}`;
	const pushed = await review.pushed(push);
	if ("refusal" in pushed) return {
		commits: [after],
		refused: [notRead(range, pushed.refusal.message)]
	};
	const { commits, isWhole } = pushed.value;
	const asked = commits.slice(-50);
	return {
		commits: asked,
		refused: isWhole && asked.length === commits.length ? [] : [notRead(range, `> ${asked.length} commits`)]
	};
}
const notRead = (what, message) => ({
	kind: "not-read",
	message: `${what}: ${message}`
});
const mergedAs = (commit, number, { acceptances, refused }) => ({
	acceptances: acceptances.map((each) => ({
		...each,
		commit
	})),
	refused: refused.map((each) => each.kind === "not-read" ? notRead(`#${number}`, each.message) : each)
});
// src/platform/github-pushed.ts
/** The commits that a push brought to the line of its branch, by GitHub's comparison of what was there before and after. */
/** Five hundred commits: a merge queue brings far fewer. */
const PAGES_MAX$1 = 5;
const sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const comparison = object({
	total_commits: int().nonnegative(),
	commits: array(object({
		sha,
		parents: array(object({ sha }))
	}))
});
/** Asks GitHub. Throws what octokit throws, and ZodError. */
async function readPushed({ octokit, owner, repo }, { before, after }) {
	if (before === null) return {
		commits: [after],
		isWhole: true
	};
	let total = 0;
	const compared = await everyPage(PAGES_MAX$1, (page) => {
		const wanted = {
			owner,
			repo,
			basehead: `${before}...${after}`,
			per_page: 100,
			page
		};
		return octokit.rest.repos.compareCommitsWithBasehead(wanted);
	}, (data) => {
		const { commits, total_commits } = comparison.parse(data);
		total = total_commits;
		return commits;
	});
	return {
		commits: lineTo(after, compared),
		isWhole: compared.length >= total
	};
}
/**
* From a commit back along first parents, as far as the commits are of the push: what a merge brought in is on the other side of it. A push that brought nothing (to an older commit) is
* its last commit alone.
*/
function lineTo(after, compared) {
	const parents = new Map(compared.map((each) => [each.sha, each.parents[0]?.sha ?? ""]));
	const line = [after];
	while (line.length < compared.length) {
		const next = parents.get(line.at(-1) ?? "");
		if (next === void 0 || !parents.has(next)) break;
		line.push(next);
	}
	return line.toReversed();
}
// src/platform/github-review.ts
/** What people wrote in a pull request on GitHub, and who of them may write to the repository. Nothing is written here; refusals are values, as in the conversation. */
/** Reading may take a part of the time that publishing has: without it, nothing is accepted. */
const READING_PATIENCE = {
	call: 1e4,
	total: 3e4,
	pauses: [1e3],
	retryAfterMax: 5e3
};
/** A push of many pull requests takes a few calls for each. */
const MERGED_PATIENCE = {
	...READING_PATIENCE,
	total: 9e4
};
/** Most pages of 100 comments that are read. */
const PAGES_MAX = 20;
const QUERY = `query($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      body createdAt lastEditedAt author { __typename login } editor { __typename login }
      labels(first: 100) { nodes { name description } }
      timelineItems(last: 100, itemTypes: [LABELED_EVENT]) {
        nodes { ... on LabeledEvent { createdAt actor { __typename login } label { name } } }
      }
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { body createdAt lastEditedAt author { __typename login } editor { __typename login } }
      }
    }
  }
}`;
const person = object({
	__typename: string(),
	login: string().min(1).max(100)
}).nullish().transform((known) => known == null ? null : {
	login: known.login,
	isUser: known.__typename === "User"
});
const moment = datetime();
const wording = {
	body: string().nullish(),
	createdAt: moment,
	lastEditedAt: moment.nullish(),
	author: person,
	editor: person
};
const labelled = object({
	createdAt: moment,
	actor: person,
	label: object({ name: string() })
});
const answerSchema = object({ repository: object({ pullRequest: object({
	...wording,
	labels: object({ nodes: array(object({
		name: string(),
		description: string().nullish()
	})) }).nullish(),
	timelineItems: object({ nodes: array(labelled) }),
	comments: object({
		pageInfo: object({
			hasNextPage: boolean(),
			endCursor: string().nullish()
		}),
		nodes: array(object(wording))
	})
}) }) });
const permissionSchema = object({ permission: string() });
const pullsSchema = array(object({
	number: int().positive(),
	merged_at: string().nullish(),
	merge_commit_sha: string().nullish()
}));
/** GitHub's words for the rights to write: `maintain` is told as `write`, and by some servers as itself. */
const WRITING = /* @__PURE__ */ new Set([
	"admin",
	"maintain",
	"write"
]);
/** Opens the pull requests; calls nothing yet. */
async function openReview(options) {
	const octokit = await openOctokit({
		...options,
		patience: options.patience ?? READING_PATIENCE
	});
	const [owner = "", repo = ""] = options.repository.split("/");
	const page = async (number, after) => answerSchema.parse(await octokit.graphql(QUERY, {
		owner,
		repo,
		number,
		after
	})).repository.pullRequest;
	return {
		words: (number) => reply(async () => {
			const first = await page(number, null);
			const comments = [...first.comments.nodes];
			let { pageInfo } = first.comments;
			for (let pages = 1; pageInfo.hasNextPage && pages < PAGES_MAX; pages += 1) {
				const { comments: more } = await page(number, pageInfo.endCursor ?? null);
				comments.push(...more.nodes);
				({pageInfo} = more);
			}
			return {
				description: wordingOf(first),
				comments: comments.map(wordingOf),
				labels: labelsOf(first)
			};
		}),
		mayWrite: async (username) => {
			const asked = await reply(async () => {
				const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
					owner,
					repo,
					username
				});
				return WRITING.has(permissionSchema.parse(data).permission);
			});
			return "refusal" in asked && asked.refusal.kind === "missing" ? { value: false } : asked;
		},
		pushed: (push) => reply(() => readPushed({
			octokit,
			owner,
			repo
		}, push)),
		mergedBy: (sha) => reply(async () => {
			const wanted = {
				owner,
				repo,
				commit_sha: sha,
				per_page: 100
			};
			const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(wanted);
			return pullsSchema.parse(data).flatMap(({ number, merged_at, merge_commit_sha }) => merged_at != null && merge_commit_sha === sha ? [number] : []);
		})
	};
}
/** An edit that GitHub knows of, but not who made it, is one by nobody who may. */
function wordingOf({ body, createdAt, lastEditedAt, author, editor }) {
	return {
		text: body ?? "",
		by: author,
		edited: lastEditedAt != null || editor !== null ? { by: editor } : null,
		at: lastEditedAt ?? createdAt
	};
}
/** Each with who set it last: the newest event of its name. */
function labelsOf({ labels, timelineItems, createdAt }) {
	return (labels?.nodes ?? []).map(({ name, description }) => {
		const event = timelineItems.nodes.findLast(({ label }) => label.name === name);
		return {
			name,
			description: description ?? "",
			by: event?.actor ?? null,
			at: event?.createdAt ?? createdAt
		};
	});
}
export { withPullRequest as a, readPullRequest as i, openReview as n, readMerged as r, MERGED_PATIENCE as t };
