//go:build unix

package gitstore

import (
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// foreignOwner names the folder (or link) of the repository that belongs to
// somebody else, which git refuses to enter unless safe.directory allows it
// (CVE-2022-24765), or "". Under sudo, what belongs to the user who called it
// is not foreign. A repository named by GIT_DIR is trusted, as by git.
func foreignOwner(p *place) string {
	if p.explicit {
		return ""
	}
	me := os.Geteuid()
	caller := -1
	if id, err := strconv.Atoi(os.Getenv("SUDO_UID")); err == nil && me == 0 {
		caller = id
	}
	suspects := []string{p.gitDir}
	if p.root != "" {
		suspects = []string{p.gitDir, p.root, p.link}
	}
	for _, path := range suspects {
		if path == "" {
			continue
		}
		info, err := os.Lstat(path)
		if err != nil {
			continue
		}
		stat, ok := info.Sys().(*syscall.Stat_t)
		if ok && int(stat.Uid) != me && int(stat.Uid) != caller {
			return filepath.ToSlash(path)
		}
	}
	return ""
}
