'use strict';
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const map = document.querySelector('.map');

  // A long book opens before all of it is laid out; what is jumped to needs
  // that, and so does nobody else for a moment.
  const settle = () => document.documentElement.classList.add('settled');
  addEventListener('load', () => setTimeout(settle, 300));

  // What an address names is unfolded before it is shown.
  const reveal = () => {
    const at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    settle();
    for (let d = at.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    const own = at.querySelector(':scope > details');
    if (own) own.open = true;
    if (at.hasAttribute('hidden')) clear();
    if (at.hasAttribute('tabindex')) at.focus({preventScroll: true});
    at.scrollIntoView();
  };

  // One tab stop a list; the arrow keys go through it.
  const rove = (items, next) => {
    items.forEach((item, i) => {
      item.setAttribute('tabindex', i ? -1 : 0);
      item.addEventListener('keydown', e => {
        const to = next(e.key, i, items);
        if (!to) return;
        e.preventDefault();
        items.forEach(x => x.setAttribute('tabindex', x === to ? 0 : -1));
        to.setAttribute('tabindex', 0);
        to.focus();
      });
    });
  };
  const along = (key, i, items) => ({
    ArrowDown: items[i + 1], ArrowRight: items[i + 1], ArrowUp: items[i - 1], ArrowLeft: items[i - 1],
    Home: items[0], End: items[items.length - 1],
  })[key];

  // The map: what is pointed at is followed to the other side.
  const follow = spot => {
    const row = spot && spot.dataset.row;
    all('[data-row]', map).forEach(x => x.classList.toggle('lit', x.dataset.row === row));
    map.classList.toggle('following', !!row);
    const says = document.getElementById('map-says');
    says.hidden = false;
    says.textContent = row ? told(row) : '';
  };
  const startMap = () => {
    const lists = all('.side', map).map(side => all('a', side));
    lists.forEach((items, k) => rove(items, (key, i) => {
      if (key !== (k ? 'ArrowLeft' : 'ArrowRight')) return key === 'ArrowLeft' || key === 'ArrowRight' ? null : along(key, i, items);
      const row = items[i].parentElement.dataset.row;
      return lists[1 - k].find(a => a.parentElement.dataset.row === row);
    }));
    map.addEventListener('mouseover', e => follow(e.target.closest('[data-row]')));
    map.addEventListener('mouseleave', () => follow(null));
    map.addEventListener('focusin', e => follow(e.target.closest('[data-row]')));
    map.addEventListener('focusout', () => follow(null));
    all('path', map).forEach(p => p.addEventListener('click', () => { location.hash = 'scene-' + p.dataset.row; }));
  };

  // What is told of a row in one line.
  const told = row => {
    const article = document.getElementById('scene-' + row);
    return article.querySelector('summary').textContent.replace(/\s+/g, ' ').trim() +
      all('.asides > li:not(.find-of)', article).filter(li => !li.querySelector('a')).map(li => '; ' + li.textContent.trim()).join('');
  };

  // The drawings: what is pointed at is told below them, a mark with its quote.
  const startPlot = plot => {
    const says = plot.querySelector('.says'), marks = all('.mark', plot), lines = plot.querySelector('.lines');
    rove(marks, along);
    const say = (...what) => { says.replaceChildren(...what); says.hidden = false; };
    const light = href => marks.forEach(x => x.classList.toggle('lit', x.getAttribute('href') === href));
    const open = mark => {
      const href = mark.getAttribute('href');
      light(href);
      say(...[...document.getElementById(href.slice(1)).childNodes].map(x => x.cloneNode(true)));
    };
    const rowAt = (svg, x) => {
      const box = svg.getBoundingClientRect(), axis = svg.dataset.axis;
      const of = axis === 'rows' ? rows.map((_, i) => i + 1) : all(`.${axis} [data-scene]`, map).map(li => li.dataset.row);
      return of[Math.min(of.length - 1, Math.max(0, Math.floor((x - box.left) / box.width * of.length)))];
    };
    const near = e => marks.map(m => [m, m.getBoundingClientRect()])
      .map(([m, b]) => [m, Math.hypot(e.clientX - b.x - b.width / 2, e.clientY - b.y - b.height / 2)])
      .filter(x => x[1] < 9).sort((a, b) => a[1] - b[1]).map(x => x[0])[0];
    const at = (e, go) => {
      const svg = e.target.closest('[data-axis]'), mark = svg && near(e);
      if (mark) open(mark);
      if (!svg || mark) return;
      light('');
      const row = rowAt(svg, e.clientX), name = svg.parentElement.querySelector('.label [dir]');
      if (go) location.hash = 'scene-' + row;
      say((name ? name.textContent + ': ' : '') + told(row));
    };
    lines.addEventListener('mousemove', e => at(e));
    lines.addEventListener('click', e => { if (e.target.closest('.mark')) e.preventDefault(); at(e, true); });
    lines.addEventListener('scroll', () => all('.plot .lines').forEach(x => { x.scrollLeft = lines.scrollLeft; }));
    marks.forEach(mark => mark.addEventListener('focus', () => open(mark)));
  };

  // The filter.
  const form = document.querySelector('.filter');
  const rows = all('#scenes .row');
  const texts = new Map();
  const textOf = row => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  const chosen = name => all(`input[name=${name}]:checked`, form).map(x => x.value);
  const some = (wanted, has) => !wanted.length || wanted.some(x => has.split(' ').includes(x));
  const apply = () => {
    const kinds = chosen('kind'), signals = chosen('signal'), who = form.querySelector('#who');
    const words = [form.querySelector('#q').value, who ? who.value : ''].map(x => x.trim().toLowerCase()).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = some(kinds, row.dataset.kinds) && some(signals, row.dataset.signals) && words.every(w => textOf(row).includes(w));
      row.hidden = !fits;
      if (fits) shown++;
      const n = row.id.slice('scene-'.length);
      all(`[data-row="${n}"]`).forEach(x => x.classList.toggle('out', !fits));
    }
    const narrowed = shown < rows.length;
    all('.ghost').forEach(x => { x.hidden = narrowed; });
    all('#scenes .place').forEach(p => { p.hidden = !p.querySelector('.row:not([hidden])'); });
    document.querySelector('.none').hidden = shown > 0;
    form.querySelector('.count').textContent = narrowed ? `${shown} of ${rows.length} scenes` : '';
  };
  const clear = () => { form.reset(); };
  const startFilter = () => {
    form.hidden = false;
    form.addEventListener('submit', e => e.preventDefault());
    form.addEventListener('input', apply);
    form.addEventListener('reset', () => { form.querySelectorAll('input').forEach(x => { x.checked = false; x.value = x.type === 'search' ? '' : x.value; }); const who = form.querySelector('#who'); if (who) who.value = ''; apply(); });
    form.addEventListener('click', e => {
      const act = e.target.dataset.act;
      if (act) rows.filter(r => !r.hidden).forEach(r => { r.firstElementChild.open = act === 'open'; });
    });
  };

  if (map) startMap();
  all('.plot').forEach(startPlot);
  if (form) startFilter();
  addEventListener('hashchange', reveal);
  reveal();
})();
