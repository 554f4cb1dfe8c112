package gitstore

// AddTrailer adds a line "KEY: VALUE" to a message in a file, in the place of
// one that is there, by git's own rules of where such lines stand.
func (r *Repository) AddTrailer(file, key, value string) error {
	git := r.program()
	if git == nil {
		return needsGit("to write a trailer", "its rules are git's")
	}
	_, err := git.run("interpret-trailers", "--in-place", "--if-exists", "replace", "--trailer", key+": "+value, file)
	return err
}
