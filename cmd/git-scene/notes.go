package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
)

func newNotesCmd(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "notes",
		Short: "let notes be seen, carried and exchanged",
		Example: `  git scene notes setup              let git log show notes, and fetch and push take them along
  git scene notes merge              bring in the notes that were fetched`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Sprintf("notes does not know %q", args[0]), "git scene notes setup or merge"}
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(newNotesSetupCmd(e), newNotesMergeCmd(e))
	return cmd
}

// notesSetupOptions is what "git scene notes setup" may be asked.
type notesSetupOptions struct {
	remote string
	dryRun bool
}

const notesSetupLong = `It shows what it adds to the configuration of this repository, and adds it: that
git log shows the notes; that git carries them through amend and rebase; that
git fetch brings those of the remote, beside yours, and git push takes yours
along. What is set already stays.

A remote with push refspecs is pushed by them alone, so HEAD is added where
there were none: git push without arguments then pushes the branch you are on,
under its own name, and the notes. Where others pushed notes before you, it is
git fetch, git scene notes merge, git push.`

func newNotesSetupCmd(e *env) *cobra.Command {
	var o notesSetupOptions
	cmd := &cobra.Command{
		Use:   "setup",
		Short: "let git log show notes, rebases carry them, fetch and push take them along",
		Example: `  git scene notes setup --dry-run    look at it first
  git scene notes setup`,
		Long: notesSetupLong,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return runNotesSetup(e, &o) },
	}
	cmd.Flags().StringVar(&o.remote, "remote", "", "exchange notes with this remote (default: with all)")
	cmd.Flags().BoolVarP(&o.dryRun, "dry-run", "n", false, "show it only")
	return cmd
}

// fetchedRef is where the notes of a remote are fetched to: beside our own, so
// that a fetch overwrites none.
func fetchedRef(remote string) string { return "refs/notes/" + remote + "/scenes" }

// What is fetched and pushed is a pattern: where a name alone is asked for, git
// fails if there are no notes yet.
const pushedRefs = notesRef + "*:" + notesRef + "*"

func fetchedRefspec(remote string) string { return "+" + notesRef + "*:" + fetchedRef(remote) + "*" }

// variable is a variable of git's configuration that gets a value: one more
// where it holds many, else only where it has none.
type variable struct {
	key, value string
	many       bool
}

// notesVariables are what setup adds, in order.
func notesVariables(repo *gitstore.Repository, remotes []string) []variable {
	all := []variable{
		{"notes.displayRef", notesRef, true},
		{"notes.rewriteRef", notesRef, true},
		{"notes.rewriteMode", "cat_sort_uniq", false},
		{"notes.scenes.mergeStrategy", "cat_sort_uniq", false},
	}
	for _, r := range remotes {
		all = append(all, variable{"remote." + r + ".fetch", fetchedRefspec(r), true})
		if push := repo.ConfigAll("remote." + r + ".push"); len(push) == 0 {
			all = append(all, variable{"remote." + r + ".push", "HEAD", true})
		}
		all = append(all, variable{"remote." + r + ".push", pushedRefs, true})
	}
	return all
}

func runNotesSetup(e *env, o *notesSetupOptions) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	remotes := repo.Remotes()
	if o.remote != "" {
		if !slices.Contains(remotes, o.remote) {
			return &usageError{fmt.Sprintf("there is no remote %q", o.remote), "git remote lists them"}
		}
		remotes = []string{o.remote}
	}
	added, err := addVariables(e, repo, notesVariables(repo, remotes), o.dryRun)
	return e.sayIfSet(added, err)
}

// sayIfSet says that there was nothing to add.
func (e *env) sayIfSet(added bool, err error) error {
	if err == nil && !added {
		fmt.Fprintln(e.stderr, "git-scene: all of this is set already")
	}
	return err
}

// addVariables shows and adds what is not there yet, and says whether anything
// was missing.
func addVariables(e *env, repo *gitstore.Repository, all []variable, dryRun bool) (added bool, err error) {
	for _, v := range all {
		if there := repo.ConfigAll(v.key); slices.Contains(there, v.value) || len(there) > 0 && !v.many {
			continue
		}
		added = true
		if _, err := fmt.Fprintf(e.stdout, "git config --add %s %s\n", v.key, quoteShell(v.value)); err != nil {
			return added, err
		}
		if dryRun {
			continue
		}
		if err := repo.AddConfig(v.key, v.value); err != nil {
			return added, err
		}
	}
	return added, nil
}

// quoteShell is a word as a shell reads it.
func quoteShell(s string) string {
	if !strings.ContainsAny(s, " *?'\"\\$`|&;()<>[]{}~#!\t\n") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

func newNotesMergeCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "merge [REF...]",
		Short: "bring in notes that were fetched: without a reference, those of all remotes",
		Example: `  git fetch && git scene notes merge && git push
  git scene notes merge refs/notes/origin/scenes`,
		Long: `Where both sides changed a note, it keeps the lines of both. Two clones that
merge each other's notes end with the same ones, to the byte.`,
		RunE: func(cmd *cobra.Command, args []string) error { return runNotesMerge(cmd.Context(), e, args) },
	}
}

func runNotesMerge(ctx context.Context, e *env, refs []string) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	if len(refs) == 0 {
		if refs, err = fetchedRefs(repo); err != nil {
			return err
		}
	}
	notes, err := repo.Notes(notesRef)
	if err != nil {
		return err
	}
	for _, ref := range refs {
		changed, err := notes.Merge(ctx, ref)
		if err != nil {
			return err
		}
		if changed {
			fmt.Fprintf(e.stdout, "merged %s\n", ref)
		}
	}
	return nil
}

// fetchedRefs are the notes of remotes that there are.
func fetchedRefs(repo *gitstore.Repository) ([]string, error) {
	var refs []string
	for _, remote := range repo.Remotes() {
		there, err := repo.HasRef(fetchedRef(remote))
		if err != nil {
			return nil, err
		}
		if there {
			refs = append(refs, fetchedRef(remote))
		}
	}
	if len(refs) == 0 {
		return nil, &usageError{"no notes were fetched from a remote", "git scene notes setup, then git fetch"}
	}
	return refs, nil
}
