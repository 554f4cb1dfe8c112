package report

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser starts the browser that is here. Where there is none the test is
// skipped, but for checks, which want it.
func browser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes its time to start")
	}
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil && program == "" {
			program = found
		}
	}
	if program == "" {
		missing(t, "neither Chromium nor Chrome is here: the page is not tried in a browser")
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.WSURLReadTimeout(2*time.Minute))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(stop)
	ctx, quit := chromedp.NewContext(ctx)
	t.Cleanup(quit)
	do(ctx, t)
	return ctx
}

// missing skips a test for want of something, or fails it where all is to be
// checked.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// tab opens a page in a tab of its own, for a reader who wants no motion: a
// page that glides is clicked where it no longer is; so is one that is still
// laid out. What the browser complains about, and what it asks of any network,
// fails the test at its end.
func tab(browser context.Context, t *testing.T, file string) context.Context {
	t.Helper()
	ctx, shut := chromedp.NewContext(browser)
	t.Cleanup(shut)
	complain(ctx, t, "file://"+file)
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	call(ctx, t, network.Enable, network.EnableParams{})
	call(ctx, t, log.Enable, cdp.Empty{})
	call(ctx, t, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	media(ctx, t, "", "light")
	do(ctx, t, chromedp.EmulateViewport(1200, 900), chromedp.Navigate("file://"+file), seen(`:root.settled`))
	return ctx
}

// media sets what the page is shown on ("print", "" for a screen), and in which
// colours.
func media(ctx context.Context, t *testing.T, on, scheme string) {
	t.Helper()
	call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: on, Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// complain notes what the browser says and asks for.
func complain(ctx context.Context, t *testing.T, own string) {
	var lock sync.Mutex
	var said []string
	err := chromedp.Listen(ctx, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			said = append(said, e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			said = append(said, "console: "+e.Type.String())
		case *log.EventEntryAdded:
			said = append(said, e.Entry.Text)
		case *network.EventRequestWillBeSent:
			if e.Request.URL != own {
				said = append(said, "asked for "+e.Request.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		lock.Lock()
		defer lock.Unlock()
		if len(said) > 0 {
			t.Error(strings.Join(said, "\n"))
		}
	})
}

func do(ctx context.Context, t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// call sends the browser a command of its protocol.
func call[P, R any](ctx context.Context, t *testing.T, command cdp.Command[P, R], params P) R {
	t.Helper()
	result, err := chromedp.Call(ctx, command, params)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// value is what an expression comes to on the page.
func value[T any](ctx context.Context, t *testing.T, expression string, how ...chromedp.EvaluateOption) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, how...))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// is fails the test where an expression is not true on the page.
func is(ctx context.Context, t *testing.T, expression string) {
	t.Helper()
	if !value[bool](ctx, t, "!!("+expression+")") {
		t.Errorf("it is not so: %s", expression)
	}
}

// press clicks the first element that a selector finds; seen waits for it.
func press(selector string) chromedp.Action[chromedp.Void] {
	return chromedp.Click(chromedp.CSS(selector))
}

func seen(selector string) chromedp.Action[chromedp.Void] {
	return chromedp.WaitVisible(chromedp.CSS(selector))
}
