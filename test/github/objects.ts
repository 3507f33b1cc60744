/** GitHub's JSON objects, as its description has them. */

/** A user or a bot. */
export function userJson(login: string, server: string): Readonly<Record<string, unknown>> {
  const api = `${server}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id:
      Array.from(login).reduce((sum, character) => sum * 31 + (character.codePointAt(0) ?? 0), 7) % 1_000_000,
    node_id: `U_${login}`,
    avatar_url: `${server}/avatars/${encodeURIComponent(login)}`,
    gravatar_id: '',
    url: api,
    html_url: `${server}/${encodeURIComponent(login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** A comment of a pull request's conversation. */
export function commentJson(
  comment: { readonly id: number; readonly author: string; readonly body: string },
  place: { readonly repository: string; readonly pullRequest: number; readonly url: string },
): Readonly<Record<string, unknown>> {
  const api = `${place.url}/repos/${place.repository}/issues`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${api}/comments/${comment.id}`,
    html_url: `${place.url}/${place.repository}/pull/${place.pullRequest}#issuecomment-${comment.id}`,
    issue_url: `${api}/${place.pullRequest}`,
    body: comment.body,
    user: userJson(comment.author, place.url),
    created_at: '2026-01-02T03:04:05Z',
    updated_at: '2026-01-02T03:04:05Z',
    author_association: 'NONE',
    performed_via_github_app: null,
    reactions: {
      url: `${api}/comments/${comment.id}/reactions`,
      total_count: 0,
      '+1': 0,
      '-1': 0,
      laugh: 0,
      confused: 0,
      heart: 0,
      hooray: 0,
      eyes: 0,
      rocket: 0,
    },
  };
}
