#!/bin/sh
# What a merge request changes in the story, as one note on it, which is found
# again by its marker, written anew, and taken away when nothing changes any
# more. It needs git-scene, git, curl and jq, and SCENE_TOKEN: a token with the
# scope api. Without the token, the report goes to the job's log.
set -eu
marker=${MARKER:-git-scene}
body=$(mktemp)
trap 'rm -f "$body"' EXIT

git-scene diff --format=markdown --marker="$marker" -o "$body" "$CI_MERGE_REQUEST_DIFF_BASE_SHA" "$CI_COMMIT_SHA"
if test -z "${SCENE_TOKEN:-}"; then
  cat "$body"
  exit 0
fi

notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
api() { curl -fsS -H "PRIVATE-TOKEN: $SCENE_TOKEN" "$@"; }
id=
page=1
while test -z "$id"; do
  found=$(api "$notes?per_page=100&page=$page")
  test "$(printf %s "$found" | jq length)" -gt 0 || break
  id=$(printf %s "$found" | jq -r --arg m "<!-- $marker -->" '[.[] | select(.body | startswith($m)) | .id][0] // empty')
  page=$((page + 1))
done
if test ! -s "$body"; then
  test -z "$id" || api -X DELETE "$notes/$id"
elif test -n "$id"; then
  api -X PUT --data-urlencode "body@$body" "$notes/$id" >/dev/null
else
  api -X POST --data-urlencode "body@$body" "$notes" >/dev/null
fi
