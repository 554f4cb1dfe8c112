package story

// role is what a word does in narration; a word may do several things.
type role uint16

const (
	isFirst role = 1 << iota // the teller's own person
	isOurs                   // of which the teller is one of several
	isOther                  // another's
	isHe
	isShe
	isOwn // means somebody who was just named
	isPast
	isPresent
	isInward // goes on in a head
)

// readRoles joins the lists that say what a word does, so that each word of a
// text is looked up once.
func (x *lexicon) readRoles() map[string]role {
	roles := map[string]role{}
	for _, list := range []struct {
		words wordSet
		role  role
	}{
		{x.first, isFirst}, {x.ours, isOurs}, {x.others, isOther}, {x.he, isHe}, {x.she, isShe}, {x.own, isOwn},
		{x.past, isPast}, {x.present, isPresent}, {x.inward, isInward},
	} {
		for w := range list.words {
			roles[w] |= list.role
		}
	}
	return roles
}
