package report

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/input"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var pictures = flag.Bool("pictures", false, "draw the pictures of docs/ anew")

// TestPage tries the page of the demo's two drafts in a browser, a tab for
// each of the tests.
func TestPage(t *testing.T) {
	browser := browser(t)
	file := filepath.Join(t.TempDir(), "page.html")
	r := compared(parse(t, "../testdata/demo/old"), parse(t, "../testdata/demo/new"))
	r.Old.Rev, r.New.Rev = "soft", "hard"
	if err := os.WriteFile(file, []byte(page(t, r)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, try := range []struct {
		name string
		run  func(context.Context, *testing.T)
	}{
		{"filters", filters},
		{"folds", folds},
		{"follows a scene by keys", followsByKeys},
		{"follows a scene by pointing", followsByPointing},
		{"leads to where a scene stood", leadsBack},
		{"opens quotes", opensQuotes},
		{"says which scene is pointed at", saysWhich},
		{"fits every screen, light and dark", fits},
		{"prints", prints},
		{"is accessible", isAccessible},
	} {
		t.Run(try.name, func(t *testing.T) { try.run(tab(browser, t, file), t) })
	}
	if *pictures {
		draw(tab(browser, t, file), t)
	}
}

// draw draws parts of the page for the README.
func draw(ctx context.Context, t *testing.T) {
	for _, p := range []struct{ name, selector, scheme string }{
		{"page-map.png", "#map", "light"},
		{"page-along.png", "#along", "light"},
		{"page-scene.png", "#scene-4", "dark"},
	} {
		media(ctx, t, "", p.scheme)
		do(ctx, t, chromedp.EmulateViewport(900, 1200))
		at := value[[]float64](ctx, t, `(b => [b.x, b.y + scrollY, b.width, b.height])(document.querySelector('`+p.selector+`').getBoundingClientRect())`)
		data := call(ctx, t, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{CaptureBeyondViewport: new(true), Clip: &cdppage.Viewport{
			X: at[0] - 16, Y: at[1] - 12, Width: at[2] + 32, Height: at[3] + 24, Scale: 1,
		}}).Data
		if err := os.WriteFile(filepath.Join("../docs", p.name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

const shown = `[...document.querySelectorAll('#scenes .row:not([hidden])')]`

func filters(ctx context.Context, t *testing.T) {
	is(ctx, t, `!document.querySelector('.filter').hidden`)
	do(ctx, t, press(`input[name=kind]`))
	is(ctx, t, shown+`.length > 0 && `+shown+`.every(r => r.dataset.kinds.split(' ').includes(document.querySelector('input[name=kind]').value))`)
	is(ctx, t, `document.querySelector('.filter .count').textContent.startsWith(`+shown+`.length + ' of ')`)
	is(ctx, t, `document.querySelectorAll('.map li.out').length > 0`)
	do(ctx, t, press(`button[type=reset]`))
	is(ctx, t, shown+`.length === document.querySelectorAll('#scenes .row').length`)
	do(ctx, t, chromedp.SendKeys(chromedp.CSS(`#q`), "Loosemore"))
	is(ctx, t, shown+`.length > 0 && `+shown+`.every(r => r.textContent.includes('Loosemore'))`)
	do(ctx, t, press(`button[type=reset]`), press(`input[name=signal]`))
	is(ctx, t, shown+`.length > 0 && `+shown+`.every(r => r.querySelector('.find-of'))`)
	do(ctx, t, press(`button[type=reset]`), chromedp.SetValue(chromedp.CSS(`#who`), "Mr. Hibbert"))
	value[bool](ctx, t, `document.querySelector('#who').dispatchEvent(new Event('input', {bubbles: true}))`)
	is(ctx, t, shown+`.length > 0 && `+shown+`.every(r => r.textContent.includes('Hibbert'))`)
	do(ctx, t, press(`button[type=reset]`), chromedp.SendKeys(chromedp.CSS(`#q`), "nobody says this"))
	is(ctx, t, shown+`.length === 0 && !document.querySelector('.none').hidden`)
}

func folds(ctx context.Context, t *testing.T) {
	is(ctx, t, `[...document.querySelectorAll('#scenes .row')].every(r => r.firstElementChild.open !== r.classList.contains('still'))`)
	do(ctx, t, press(`[data-act=close]`))
	is(ctx, t, `!document.querySelector('#scenes .row > details[open]')`)
	do(ctx, t, press(`[data-act=open]`))
	is(ctx, t, `!document.querySelector('#scenes .row > details:not([open])')`)
}

const lit = `document.querySelectorAll('.map .lit').length`

func followsByKeys(ctx context.Context, t *testing.T) {
	const old, new = `document.querySelectorAll('.map .old a')`, `document.querySelectorAll('.map .new a')`
	do(ctx, t, chromedp.Focus(chromedp.CSS(`.map .old a`)))
	is(ctx, t, lit+` === 3`) // both names and the ribbon
	is(ctx, t, `document.querySelector('#map-says').textContent.includes('Ballast')`)
	do(ctx, t, chromedp.KeyEvent(kb.ArrowDown))
	is(ctx, t, `document.activeElement === `+old+`[1]`)
	do(ctx, t, chromedp.KeyEvent(kb.ArrowRight))
	is(ctx, t, `document.activeElement === `+new+`[1]`)
	do(ctx, t, chromedp.KeyEvent(kb.Tab))
	is(ctx, t, `document.activeElement.closest('#map') === null`) // one stop a list
	is(ctx, t, lit+` === 0`)
}

func followsByPointing(ctx context.Context, t *testing.T) {
	do(ctx, t, chromedp.ScrollIntoView(chromedp.CSS(`.map`)))
	point(ctx, t, `.map .new a`)
	is(ctx, t, lit+` === 3`)
	point(ctx, t, `#h-map`)
	is(ctx, t, lit+` === 0`)
}

// point moves the mouse to the middle of the first element that a selector finds.
func point(ctx context.Context, t *testing.T, selector string) {
	t.Helper()
	at := value[[]float64](ctx, t, `(b => [b.x + b.width / 2, b.y + b.height / 2])(document.querySelector(`+strconv.Quote(selector)+`).getBoundingClientRect())`)
	do(ctx, t, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]))
}

func leadsBack(ctx context.Context, t *testing.T) {
	do(ctx, t, press(`a[href^="#was-"]`), seen(`.ghost:focus`))
	do(ctx, t, press(`.ghost:focus a`), seen(`.row:focus`))
}

func opensQuotes(ctx context.Context, t *testing.T) {
	do(ctx, t, chromedp.Focus(chromedp.CSS(`.mark`)))
	is(ctx, t, `document.activeElement.closest('.plot').querySelector('.says blockquote')`)
	do(ctx, t, chromedp.KeyEvent(kb.ArrowRight))
	is(ctx, t, `document.activeElement === document.querySelectorAll('.mark')[1]`)
	value[string](ctx, t, `location.hash = 'finding-1'`)
	do(ctx, t, seen(`#finding-1`))
}

func saysWhich(ctx context.Context, t *testing.T) {
	const says = `document.querySelector('#along-cast .says')`
	do(ctx, t, chromedp.ScrollIntoView(chromedp.CSS(`#along-cast`)))
	point(ctx, t, `#along-cast li:first-child .cell`) // the middle of the book
	is(ctx, t, `/Thirza Bole: .*added/.test(`+says+`.textContent)`)
	point(ctx, t, `#along-cast .mark`)
	is(ctx, t, says+`.querySelector('blockquote')`)
}

func fits(ctx context.Context, t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		media(ctx, t, "", scheme)
		is(ctx, t, `(getComputedStyle(document.body).backgroundColor.match(/\d+/)[0] < 128) === `+strconv.FormatBool(scheme == "dark"))
		is(ctx, t, `getComputedStyle(document.documentElement).scrollBehavior === 'auto'`)
		for _, width := range []int64{360, 1200, 2000} {
			do(ctx, t, chromedp.EmulateViewport(width, 900))
			if wide := value[int64](ctx, t, `document.documentElement.scrollWidth`); wide > width {
				t.Errorf("%s, %d pixels: it is %d wide", scheme, width, wide)
			}
			for _, cut := range value[[]string](ctx, t, cutOff) {
				t.Errorf("%s, %d pixels: cut off: %s", scheme, width, cut)
			}
		}
	}
}

// cutOff are the texts of which a part can't be seen.
const cutOff = `[...document.querySelectorAll('body *:not(.vh, svg, svg *, script)')]
	.filter(e => e.checkVisibility() && getComputedStyle(e).overflow === 'hidden' && (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight + 1))
	.map(e => e.textContent.trim())`

// prints prints the page: what it would cut off, it cuts off in the layout for
// paper too, which is as wide as a sheet of A4 between its margins.
func prints(ctx context.Context, t *testing.T) {
	media(ctx, t, "print", "dark")
	do(ctx, t, chromedp.EmulateViewport(718, 1000))
	is(ctx, t, `getComputedStyle(document.body).backgroundColor.match(/\d+/)[0] > 128`) // ink is dear
	is(ctx, t, `document.documentElement.scrollWidth <= 718`)
	is(ctx, t, cutOff+`.length === 0`)
	is(ctx, t, `[...document.querySelectorAll('#scenes .row:not(.still) .text')].every(e => e.checkVisibility())`)
	if pdf := call(ctx, t, cdppage.PrintToPDF, cdppage.PrintToPDFParams{}).Data; !bytes.HasPrefix(pdf, []byte("%PDF")) || len(pdf) < 50000 {
		t.Errorf("printed, it is %d bytes", len(pdf))
	}
}

// isAccessible has axe-core read the page, whose file GIT_SCENE_AXE names.
func isAccessible(ctx context.Context, t *testing.T) {
	axe, err := os.ReadFile(os.Getenv("GIT_SCENE_AXE"))
	if err != nil {
		missing(t, "GIT_SCENE_AXE names no file of axe-core: "+err.Error())
	}
	do(ctx, t, press(`[data-act=open]`))
	for _, scheme := range []string{"light", "dark"} {
		media(ctx, t, "", scheme)
		for _, width := range []int64{360, 1200} {
			do(ctx, t, chromedp.EmulateViewport(width, 900))
			value[chromedp.Void](ctx, t, string(axe))
			for _, found := range value[[]string](ctx, t, violations, chromedp.EvalAwaitPromise) {
				t.Errorf("%s, %d pixels: %s", scheme, width, found)
			}
		}
	}
}

const violations = `axe.run().then(r => r.violations
	.filter(v => v.impact === 'serious' || v.impact === 'critical')
	.map(v => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' ')))`
