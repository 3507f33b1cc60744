import.meta.dirname;
import.meta.filename;
import { n as Failure } from "./chunk-failure.js";
import { i as phrase } from "./chunk-phrase.js";
import { _ as string, f as literal, i as array, m as object, o as boolean, x as ZodError } from "./chunk-schemas.js";
import { a as callError, i as PATIENCE, n as openOctokit, o as isSlowedDown } from "./chunk-github2.js";
// src/platform/github-refusal.ts
/** What GitHub's API says when it did not write: whether another attempt helps, and what it lacks. Both of its APIs, REST and GraphQL. */
/** GraphQL says no with status 200. */
const graphqlSchema = object({ errors: array(object({
	type: string().nullish(),
	message: string()
})).min(1) });
const STALE = /expected branch to point to|reference already exists/i;
/** Classic protection, rulesets, and what a ruleset makes of a new ref. */
const PROTECTED = /rule violations|protected branch|must be made through a pull request|reference update failed|protected ref/i;
const FORBIDDEN = /not accessible by|must have (?:push|write) access|archived/i;
/** Reads what was thrown by a call that was to write. */
function refusedWrite(error) {
	if (error instanceof ZodError) return {
		kind: "unclear",
		message: phrase("not-of-github")
	};
	const graphql = graphqlSchema.safeParse(error);
	if (graphql.success) return ofGraphql(graphql.data.errors[0]);
	const call = callError(error);
	const line = call.message.split("\n", 1)[0]?.slice(0, 300) ?? "";
	const message = call.status === null ? line : `${call.status}: ${line}`;
	const limited = String(call.headers?.["x-ratelimit-remaining"]) === "0";
	if (call.status === null || call.status >= 500 || limited || isSlowedDown(call)) return {
		kind: "unclear",
		message
	};
	if (STALE.test(line)) return { kind: "moved" };
	return {
		kind: "refused",
		why: whyOf(call.status, line),
		message
	};
}
function ofGraphql(error) {
	const message = error?.message.split("\n", 1)[0]?.slice(0, 300) ?? "";
	const type = error?.type ?? "";
	if (type === "STALE_DATA" || STALE.test(message)) return { kind: "moved" };
	if (type === "BRANCH_PROTECTION_RULE_VIOLATION" || PROTECTED.test(message)) return {
		kind: "refused",
		why: "protected",
		message
	};
	if (type === "FORBIDDEN" || FORBIDDEN.test(message)) return {
		kind: "refused",
		why: "read-only",
		message
	};
	if (type === "NOT_FOUND") return {
		kind: "refused",
		why: "missing",
		message
	};
	if (type === "UNPROCESSABLE" || type === "ARGUMENT_ERROR") return {
		kind: "refused",
		why: "refused",
		message
	};
	return {
		kind: "unclear",
		message
	};
}
function whyOf(status, line) {
	if (PROTECTED.test(line)) return "protected";
	if (status === 401) return "unauthorised";
	if (status === 403) return "read-only";
	return status === 404 || status === 410 ? "missing" : "refused";
}
// src/platform/github-branch.ts
/** A branch on GitHub by its API: read by its objects, written by commits that GitHub signs, with the tip that each was made from as the lock. */
/** Many writers wait for each other: longer than a comment does. */
const WRITING = {
	...PATIENCE,
	total: 18e4
};
/** Both input and answer by GitHub's public schema (docs.github.com/graphql/reference/mutations#createcommitonbranch). */
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const sha = string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const refsSchema = array(object({
	ref: string(),
	object: object({ sha })
}));
const treeSchema = object({
	truncated: boolean(),
	tree: array(object({
		path: string(),
		mode: string(),
		sha
	}))
});
const blobSchema = object({
	content: string(),
	encoding: literal("base64")
});
const shaSchema = object({ sha });
const committedSchema = object({ createCommitOnBranch: object({ commit: object({ oid: sha }) }) });
/** Opens the branch; calls nothing yet. */
async function openGitHubBranch(options) {
	const place = await openPlace(options);
	return {
		name: options.branch,
		look: (path, bytesMax) => reaching(place, () => look(place, path, bytesMax)),
		create: (path, text, message) => attempting(() => create(place, path, text, message)),
		write: (change) => attempting(() => write(place, change))
	};
}
/** The client for a branch. */
async function openPlace(options) {
	const octokit = await openOctokit({
		...options,
		patience: options.patience ?? WRITING
	});
	const [owner = "", repo = ""] = options.repository.split("/");
	return {
		octokit,
		owner,
		repo,
		branch: options.branch
	};
}
/** Does what may be refused; a refusal is the answer. */
async function attempting(work) {
	try {
		return await work();
	} catch (error) {
		return refusedWrite(error);
	}
}
/**
* The commit at the tip; null: there is no such branch. The list of refs says so without doubt: a single ref that is not found may as well be one that the token
* must not see.
*/
async function tipOf({ octokit, owner, repo, branch }) {
	const listed = await octokit.rest.git.listMatchingRefs({
		owner,
		repo,
		ref: `heads/${branch}`
	});
	return refsSchema.parse(listed.data).find(({ ref }) => ref === `refs/heads/${branch}`)?.object.sha ?? null;
}
async function look(place, path, bytesMax) {
	const tip = await tipOf(place);
	if (tip === null) return {
		tip,
		text: null
	};
	const { octokit, owner, repo } = place;
	let tree = tip;
	const steps = path.split("/");
	for (const [index, step] of steps.entries()) {
		const listed = treeSchema.parse((await octokit.rest.git.getTree({
			owner,
			repo,
			tree_sha: tree
		})).data);
		const entry = listed.tree.find((each) => each.path === step);
		if (entry === void 0 && listed.truncated) throw invalid(place, path, phrase("branch-file-crowded"));
		if (entry === void 0) return {
			tip,
			text: null
		};
		if (!(index === steps.length - 1 ? /^100(?:644|755)$/ : /^040000$/).test(entry.mode)) throw invalid(place, path, phrase("branch-file-not-plain"));
		tree = entry.sha;
	}
	const blob = blobSchema.parse((await octokit.rest.git.getBlob({
		owner,
		repo,
		file_sha: tree
	})).data);
	const bytes = Buffer.from(blob.content, "base64");
	if (bytes.length > bytesMax) throw invalid(place, path, phrase("branch-file-large", { bytes: bytes.length }));
	return {
		tip,
		text: bytes.toString("utf8")
	};
}
async function create({ octokit, owner, repo, branch }, path, text, message) {
	const files = [{
		path,
		mode: "100644",
		type: "blob",
		content: text
	}];
	const tree = shaSchema.parse((await octokit.rest.git.createTree({
		owner,
		repo,
		tree: [...files]
	})).data);
	const made = await octokit.rest.git.createCommit({
		owner,
		repo,
		message: `${message.subject}\n\n${message.body}`.trim(),
		tree: tree.sha,
		parents: []
	});
	const commit = shaSchema.parse(made.data).sha;
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
async function write({ octokit, owner, repo, branch }, change) {
	const input = {
		branch: {
			repositoryNameWithOwner: `${owner}/${repo}`,
			branchName: branch
		},
		message: {
			headline: change.message.subject,
			body: change.message.body
		},
		fileChanges: { additions: [{
			path: change.path,
			contents: Buffer.from(change.text).toString("base64")
		}] },
		expectedHeadOid: change.onto
	};
	return {
		kind: "written",
		commit: committedSchema.parse(await octokit.graphql(COMMIT, { input })).createCommitOnBranch.commit.oid
	};
}
/** @throws Failure `branch-unreachable` for whatever GitHub does not let us read */
async function reaching({ branch }, read) {
	try {
		return await read();
	} catch (error) {
		if (error instanceof Failure) throw error;
		throw new Failure({
			kind: "not-measured",
			code: "branch-unreachable",
			message: phrase("branch-unread", { branch }),
			advice: phrase("branch-unread-advice"),
			lines: [lineOf(error)]
		}, { cause: error });
	}
}
/** What GitHub answered, in a line. */
function lineOf(error) {
	if (error instanceof ZodError) return phrase("not-of-github");
	const { status, message } = callError(error);
	const line = message.split("\n", 1)[0]?.slice(0, 300) ?? "";
	return status === null ? line : `${status}: ${line}`;
}
function invalid({ branch }, path, why) {
	return new Failure({
		kind: "not-measured",
		code: "branch-file-invalid",
		message: phrase("branch-file-invalid", {
			path,
			branch,
			why
		}),
		advice: phrase("branch-file-invalid-advice")
	});
}
export { refusedWrite as a, tipOf as i, openGitHubBranch as n, openPlace as r, attempting as t };
