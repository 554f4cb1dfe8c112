package scenes

import (
	"fmt"
	"strings"
)

// WriteConfig is a configuration that says what was detected, every line
// commented out: it changes nothing until its author makes it.
func WriteConfig(m *Manuscript) string {
	var b strings.Builder
	b.WriteString(`# How git scene reads this manuscript. All of this is optional: without the
# file it finds out by itself, as it did when it wrote these lines. Take the #
# off what it got wrong.

# The story, in reading order: paths, folders or globs (**, *, ?). Files that
# are not listed are no story.
`)
	list(&b, "files", m.paths(true))
	b.WriteString("\n# Files that are no story.\n")
	list(&b, "matter", m.paths(false))
	b.WriteString(`
# The heading that begins a scene: "#" to "######", "bold" (**Title**), or
# "break" where headings are chapters and only * * * parts scenes.
`)
	if form := m.sceneForm(); form != "" {
		fmt.Fprintf(&b, "# scene: %q\n", form)
	} else {
		b.WriteString("# Here they begin otherwise, and the key \"scene\" is best left out.\n")
	}
	b.WriteString(`
# Lines that part scenes, beside * * *, ---, #, ~ and their like.
# breaks: ["+++"]

# What the text does not say of the story. Who is one person, by all names (a
# name alone says that it is a person). Own words that mean stakes, of which
# class: life, liberty, livelihood, money, love, reputation, self, secret,
# community or time. Words that mean none.
# story:
#   cast:
#     Ada Merriman: [Addie, the skipper]
#   stakes:
#     "before the tide": life
#   not-stakes: ["dead tired"]
`)
	return b.String()
}

func list(b *strings.Builder, key string, paths []string) {
	fmt.Fprintf(b, "# %s:\n", key)
	if len(paths) == 0 {
		b.WriteString("#   - path/or/glob\n")
	}
	for _, p := range paths {
		fmt.Fprintf(b, "#   - %s\n", quoteYAML(p))
	}
}

// quoteYAML quotes a path where YAML would read it as something else.
func quoteYAML(s string) string {
	if strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-") == "" && !strings.HasPrefix(s, "-") {
		return s
	}
	return fmt.Sprintf("%q", s)
}

// paths are the files that hold story, or those that hold none.
func (m *Manuscript) paths(story bool) []string {
	var paths []string
	for _, f := range m.Files {
		if f.Story == story {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// sceneForm is how most scenes begin, "" where the key has no word for it.
func (m *Manuscript) sceneForm() string {
	count := map[string]int{}
	best := ""
	for _, s := range m.Scenes {
		count[s.form]++
		if count[s.form] > count[best] || count[s.form] == count[best] && best == "" {
			best = s.form
		}
	}
	return best
}

// WriteLore is the key "story" of a configuration that says this, "" where it
// says nothing.
func WriteLore(l Lore) string {
	var b strings.Builder
	if len(l.Cast) > 0 {
		b.WriteString("  cast:\n")
	}
	for _, c := range l.Cast {
		fmt.Fprintf(&b, "    %q: %s\n", c.Name, flowList(c.Aliases))
	}
	if len(l.Stakes) > 0 {
		b.WriteString("  stakes:\n")
	}
	for _, s := range l.Stakes {
		fmt.Fprintf(&b, "    %q: %s\n", s.Words, s.Class)
	}
	if len(l.NotStakes) > 0 {
		fmt.Fprintf(&b, "  not-stakes: %s\n", flowList(l.NotStakes))
	}
	if b.Len() == 0 {
		return ""
	}
	return "\nstory:\n" + b.String()
}

func flowList(items []string) string {
	quoted := make([]string, len(items))
	for i, item := range items {
		quoted[i] = fmt.Sprintf("%q", item)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
