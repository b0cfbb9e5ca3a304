import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  mayBeDone
} from "./chunk-UFQYOUJC.js";
import "./chunk-CZJZGJUT.js";
import "./chunk-XGSNR2IZ.js";
import "./chunk-JR5LPFBT.js";
import "./chunk-LXE3XWRC.js";
import "./chunk-GGP7KFFM.js";
import "./chunk-NNDOWG6N.js";
import "./chunk-6IWOL65Y.js";
import "./chunk-33PJWEQH.js";

// src/github/sticky-comment.ts
async function putComment(api, comment) {
  const author = await whoAmI(api);
  const before = await written(api, comment, author);
  if (before.length > 0) return settle(api, comment, before);
  if (!comment.create) return;
  await createOnce(api, comment, author);
  await settle(api, comment, await written(api, comment, author));
}
async function createOnce(api, comment, author) {
  try {
    await create(api, comment);
  } catch (error) {
    if (!mayBeDone(error)) throw error;
    if ((await written(api, comment, author)).length === 0) await create(api, comment);
  }
}
async function create(api, { owner, repo, pullRequest: issue_number, body }) {
  await api.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    owner,
    repo,
    issue_number,
    body
  });
}
async function whoAmI(api) {
  const { viewer } = await api.graphql(
    "{ viewer { login } }"
  );
  return viewer.login;
}
async function written(api, { owner, repo, pullRequest: issue_number, marker }, author) {
  const comments = await api.paginate("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    owner,
    repo,
    issue_number,
    per_page: 100
  });
  return comments.filter(({ user, body }) => isAuthor(user, author) && body?.startsWith(marker) === true).map(({ id, body = "" }) => ({ id: Number(id), body })).sort((one, other) => one.id - other.id);
}
function isAuthor(user, author) {
  return user?.login === author || user?.type === "Bot" && user.login === `${author}[bot]`;
}
async function settle(api, { owner, repo, body }, [oldest, ...younger]) {
  const place = { owner, repo };
  if (oldest !== void 0 && !sameText(oldest.body, body))
    await api.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      ...place,
      comment_id: oldest.id,
      body
    });
  for (const { id } of younger) await remove(api, { ...place, comment_id: id });
}
async function remove(api, comment) {
  try {
    await api.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", comment);
  } catch (error) {
    if (error.status !== 404) throw error;
  }
}
function sameText(one, other) {
  return one.replaceAll("\r\n", "\n").trimEnd() === other.trimEnd();
}
export {
  putComment
};
