#!/bin/sh
# What a pull request changes in the story, as the job's summary and as one
# comment, which is found again by its marker, written anew, and taken away when
# nothing changes any more. Where the token may not comment, as on a fork's pull
# request, the summary has to do. It needs git-scene, git and gh.
#
#   BASE HEAD    the revisions; their merge base is the old side
#   COMMENT      true to comment
#   MARKER       what the comment is found by
#   PATHS        files or folders to tell of, one a line
#   PULL         the number of the pull request
set -eu
marker=${MARKER:-git-scene}
body=$(mktemp)
trap 'rm -f "$body"' EXIT

set -f
IFS='
'
# shellcheck disable=SC2086 # a path a line
if ! git-scene diff --format=markdown --marker="$marker" -o "$body" "$BASE...$HEAD" -- ${PATHS:-}; then
  echo "::error::git scene could not compare $BASE with $HEAD; actions/checkout needs fetch-depth: 0"
  exit 1
fi
unset IFS
test -s "$body" && cat "$body" >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"
test "${COMMENT:-true}" = true && test -n "${PULL:-}" || exit 0

api() { gh api "$@" 2>/dev/null; }
no_comment() {
  echo "::notice::git scene may not comment here; the job's summary says what changed"
  exit 0
}
comments="repos/$GITHUB_REPOSITORY/issues/$PULL/comments"
id=$(api --paginate "$comments" --jq ".[] | select(.body | startswith(\"<!-- $marker -->\")) | .id") || no_comment
id=$(printf '%s\n' "$id" | head -n 1)
if test ! -s "$body"; then
  test -z "$id" || api -X DELETE "repos/$GITHUB_REPOSITORY/issues/comments/$id" || no_comment
elif test -n "$id"; then
  api -X PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$body" >/dev/null || no_comment
else
  api -X POST "$comments" -F "body=@$body" >/dev/null || no_comment
fi
