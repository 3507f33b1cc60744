import.meta.dirname;
import.meta.filename;
import { i as readAcceptance, t as acceptanceLines } from "./chunk-acceptance-line.js";
import { c as int, g as string, i as array, o as boolean, p as object } from "./chunk-schemas.js";
import { t as datetime } from "./chunk-iso.js";
import { n as openOctokit, r as reply } from "./chunk-github2.js";
// src/baseline/pull-request.ts
/** How the name of a label begins that is an acceptance; its description goes on where its name ends. */
const LABEL = /^loadgate: accept(?![\w-])/i;
/** Comments of Loadgate begin so: what they quote is nobody's word. */
const OWN_COMMENT = /^<!-- loadgate:/;
/** More refusals are noise. */
const REFUSED_MAX = 10;
/**
* Reads the acceptances of a pull request. `scenarios`: those of the plan. Of several for the same metric of a scenario the latest counts: they do not add up.
* Never throws for what GitHub refuses: that is told, and nothing is accepted.
*/
async function readPullRequest(review, pullRequest, scenarios) {
	const words = await review.words(pullRequest);
	if ("refusal" in words) return notRead(words.refusal.message);
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
		refused: refused.slice(0, REFUSED_MAX)
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
const notRead = (message) => ({
	acceptances: [],
	refused: [{
		kind: "not-read",
		message
	}]
});
/** What stands, with what the pull request itself gives; what the baseline has of it already is not counted twice. */
function withPullRequest(standing, { acceptances, refused }) {
	const known = new Set(standing.acceptances.map(keyOf));
	return {
		...standing,
		acceptances: [...standing.acceptances, ...acceptances.filter((each) => !known.has(keyOf(each)))],
		refused: [...standing.refused, ...refused]
	};
}
const keyOf = ({ scenario, metric, by, at }) => JSON.stringify([
	scenario,
	metric,
	by,
	Date.parse(at)
]);
/**
* The acceptances of the pull requests whose merge made a commit, to be recorded with it; and what kept others from it.
* Never throws for what GitHub refuses.
*/
async function readMerged(review, sha, scenarios) {
	const merged = await review.mergedBy(sha);
	if ("refusal" in merged) return notRead(merged.refusal.message);
	const found = [];
	for (const number of merged.value) found.push(await readPullRequest(review, number, scenarios));
	return {
		acceptances: found.flatMap(({ acceptances }) => acceptances.map((each) => ({
			...each,
			commit: sha
		}))),
		refused: found.flatMap(({ refused }) => refused)
	};
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
export { withPullRequest as i, readMerged as n, readPullRequest as r, openReview as t };
