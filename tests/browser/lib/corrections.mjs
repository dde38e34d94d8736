// Corrections by the reader, from the outside: merge, undo, keep, export, import, refuse.
import { open, shows, until } from './pages.mjs';

/** Named actors of the comparison: link, name, and how many mentions its row counts. */
const compared = (browser) => browser.evaluate(`() =>
  [...document.querySelectorAll('main table tbody tr')].flatMap((row) => {
    const link = row.querySelector('th a[href^="#/actors/"]');
    const n = [...row.querySelectorAll('.label .n')].reduce((sum, e) => sum + Number(e.textContent), 0);
    return link ? [{ href: link.getAttribute('href'), name: link.textContent, n }] : [];
  })`);

const turnTo = async (browser, hash, page) => {
  await browser.evaluate('(hash) => { location.hash = hash; }', hash);
  await shows(browser, page);
};

const heading = (browser) => browser.evaluate(`() => document.querySelector('h1').innerText`);
const mentions = (browser) => browser.evaluate(
  `() => Number(document.querySelector('main .head a.count').textContent)`);
const said = (browser, words) => until(browser, `it is said: ${words}`,
  `(words) => document.querySelector('.toast [role=status]').textContent.includes(words)`, words);
const kept = (browser) => browser.evaluate(`() => localStorage.getItem('parallax.corrections')`);

/** A page without corrections. */
async function afresh(browser, base, page) {
  await open(browser, base, page);
  await browser.evaluate(`() => localStorage.removeItem('parallax.corrections')`);
  await browser.goto(base + page.hash);
  await shows(browser, page.page);
}

async function merge(browser, from, into) {
  await turnTo(browser, from.href, 'actor');
  await browser.click('#merge');
  await browser.type(into.name);
  // Where suggestions are open, Enter may choose one of them.
  await browser.click('.correct-forms form:nth-child(3) button');
  await said(browser, `Merged “${from.name}” into “${into.name}”`);
}

/** Gives a file to the page as a reader who picks it. */
const pick = (browser, name, text) => browser.evaluate(`(name, text) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: 'application/json' }));
  const input = document.querySelector('#import');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}`, name, text);

const press = (browser, options) => browser.evaluate(`(options) => {
  document.activeElement.blur();
  dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...options }));
}`, options);

/** Uses a button by keyboard. A window without a screen has no focus in Firefox, where keys then do nothing. */
async function enter(browser, selector) {
  await browser.evaluate('(selector) => document.querySelector(selector).focus()', selector);
  if (browser.name === 'firefox') await browser.evaluate('() => document.activeElement.click()');
  else await browser.press('Enter');
}

const rows = (browser) => browser.evaluate(
  `() => [...document.querySelectorAll('.correction-list li > div > p:first-child')].map((p) => p.textContent)`);

/** Checks in light and, where the engine can change while it runs, in dark. */
async function inBothSchemes(browser, check) {
  await check(browser);
  if (!browser.setScheme) return;
  await browser.setScheme('dark');
  await check(browser);
  await browser.setScheme('light');
}

/** The journeys, given the checks of the test program. */
export const corrections = ({ expect, same, quiet, accessible }) => ({
  async 'corrections: merged counts add up, undo, kept over a reload'(browser, artefact) {
    await afresh(browser, artefact.base, { hash: '#/compare', page: 'compare' });
    const before = await compared(browser);
    const [into, from] = before;
    await merge(browser, from, into);
    same(await heading(browser), into.name, 'the page is that of');
    same(await mentions(browser), into.n + from.n, 'mentions on the actor page');
    const merged = async () => {
      await turnTo(browser, '#/compare', 'compare');
      const now = await compared(browser);
      same(now.find((r) => r.name === into.name)?.n, into.n + from.n, 'mentions compared');
      same(now.length, before.length - 1, 'rows compared');
      await turnTo(browser, '#/actors', 'actors');
      const names = await browser.evaluate(
        `() => [...document.querySelectorAll('main tbody th a[href^="#/actors/"]')].map((a) => a.textContent)`);
      expect(names.includes(into.name) && !names.includes(from.name), 'the list of actors follows');
    };
    await merged();
    // The old link leads on, and says so.
    await turnTo(browser, from.href, 'actor');
    same(await heading(browser), into.name, 'the old link leads to');
    await until(browser, 'it says so', `() => document.querySelector('main .notice') !== null`);
    await open(browser, artefact.base, { hash: '#/corrections', page: 'corrections' });
    same(await rows(browser), [`Merged “${from.name}” into “${into.name}”`], 'corrections after a reload');
    await merged();
    await press(browser, { key: 'z', ctrlKey: true });
    await said(browser, 'Undone: Merged');
    await turnTo(browser, '#/compare', 'compare');
    same(await compared(browser), before, 'the comparison after undo');
    await press(browser, { key: 'Z', ctrlKey: true, shiftKey: true });
    await said(browser, 'Done again: Merged');
    await merged();
    await quiet(browser, artefact);
  },
  async 'corrections: export, take back, import; a bad file is refused'(browser, artefact) {
    await afresh(browser, artefact.base, { hash: '#/compare', page: 'compare' });
    const [into, from] = await compared(browser);
    await merge(browser, from, into);
    await browser.click('#rename');
    await browser.evaluate(`() => document.querySelector('#rename').select()`);
    await browser.type('One and the Same');
    await browser.press('Enter');
    await said(browser, 'to “One and the Same”');
    same(await heading(browser), 'One and the Same', 'the heading');
    await turnTo(browser, '#/corrections', 'corrections');
    const both = await rows(browser);
    same(both.length, 2, 'corrections');
    // What would be downloaded is caught on its way.
    await browser.evaluate(`() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { globalThis.caught = blob.text(); return make.call(URL, blob); };
      HTMLAnchorElement.prototype.click = function () { globalThis.caughtName = this.download; };
    }`);
    await browser.click('.tools button:nth-child(3)');
    await said(browser, 'Written to');
    const text = await browser.evaluate('() => caught');
    expect(/^parallax-corrections-\d{4}-\d\d-\d\d\.json$/.test(await browser.evaluate('() => caughtName')),
      'the file has a name with the day');
    same(JSON.parse(text).corrections.length, 2, 'corrections in the file');
    await browser.click('.tools button:last-child');
    await said(browser, 'Took all 2 corrections back');
    same(await rows(browser), [], 'corrections taken back');
    for (const [bad, why] of [
      ['{"format": "parallax-corrections", "version": 1, "corrections": [{"do": "eval"}]}', 'line 1: correction 1: there is no "eval"'],
      [text.slice(0, -20), 'no JSON: line'],
      ['<script>alert(1)</script>', 'no JSON: line 1'],
      ['['.repeat(100000), 'nested too deep'],
      [text.replace('"version": 1', '"version": 99'), 'version 99'],
    ]) {
      await pick(browser, '<b>bad</b>.json', bad);
      await until(browser, `refused: ${why}`,
        `(why) => document.querySelector('.report').textContent.includes(why)`, why);
      expect((await browser.evaluate(`() => document.querySelector('.report').textContent`))
        .includes('“<b>bad</b>.json” was refused and nothing was changed'), 'it says what was refused');
      same(await rows(browser), [], 'corrections after a bad file');
    }
    await pick(browser, 'good.json', text);
    await until(browser, 'imported',
      `() => document.querySelector('.report').textContent.includes('2 read, 2 added')`);
    same(await rows(browser), both, 'corrections imported');
    same(JSON.parse(await kept(browser)), JSON.parse(text), 'what is kept is what was exported');
    await pick(browser, 'good.json', text);
    await until(browser, 'imported again',
      `() => document.querySelector('.report').textContent.includes('0 added, 2 there already')`);
    await accessible(browser);
    await quiet(browser, artefact);
  },
  async 'corrections: one mention, by keyboard'(browser, artefact) {
    await afresh(browser, artefact.base, { hash: '#/compare', page: 'compare' });
    const [actor] = await compared(browser);
    await turnTo(browser, actor.href, 'actor');
    const before = await mentions(browser);
    await enter(browser, '.kwic .fix');
    await until(browser, 'the dialog opens', `() => document.querySelector('#fix').open`);
    await inBothSchemes(browser, accessible);
    await browser.press('Escape');
    await until(browser, 'the dialog closes, and its button has the focus',
      `() => !document.querySelector('#fix').open && document.activeElement.matches('.kwic .fix')`);
    await enter(browser, '.kwic .fix');
    await until(browser, 'the dialog opens again',
      `() => document.querySelector('#fix').open && document.querySelector('#fix-actor') !== null`);
    // Without an actor there is nothing to do, and the form says so.
    await enter(browser, '#fix .main-button');
    await until(browser, 'a fault', `() => document.querySelector('#fix [role=alert]') !== null`);
    await browser.click('#fix-to-nobody');
    await enter(browser, '#fix .main-button');
    await said(browser, 'Marked one mention of');
    expect(!await browser.evaluate(`() => document.querySelector('#fix').open`), 'the dialog is closed');
    same(await mentions(browser), before - 1, 'mentions');
    await inBothSchemes(browser, accessible);
    await browser.click('.toast button');
    await said(browser, 'Undone');
    same(await mentions(browser), before, 'mentions after undo');
    await quiet(browser, artefact);
  },
  async 'corrections: another tab, and a browser that keeps nothing'(browser, artefact) {
    await afresh(browser, artefact.base, { hash: '#/compare', page: 'compare' });
    const [into, from, third] = await compared(browser);
    await merge(browser, from, into);
    // Another tab adds one; this tab has not been told when it adds its own.
    await browser.evaluate(`(name) => {
      const file = JSON.parse(localStorage.getItem('parallax.corrections'));
      file.corrections.push({ do: 'drop', label: name });
      localStorage.setItem('parallax.corrections', JSON.stringify(file));
    }`, 'Nobody in Particular');
    await merge(browser, third, into);
    await turnTo(browser, '#/corrections', 'corrections');
    same((await rows(browser)).length, 3, 'corrections of both tabs');
    expect(await browser.evaluate(`() => document.querySelector('.idle').textContent`)
      .then((text) => text.includes('Changes nothing here')), 'what changes nothing says so');
    await browser.evaluate(`() => {
      const file = JSON.parse(localStorage.getItem('parallax.corrections'));
      file.corrections.length = 1;
      localStorage.setItem('parallax.corrections', JSON.stringify(file));
      dispatchEvent(new StorageEvent('storage', { key: 'parallax.corrections' }));
    }`);
    await said(browser, 'another tab');
    same((await rows(browser)).length, 1, 'corrections after the other tab');
    await browser.evaluate(`() => {
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    }`);
    await merge(browser, third, into);
    await said(browser, 'not kept in this browser');
    await turnTo(browser, '#/corrections', 'corrections');
    same((await rows(browser)).length, 2, 'corrections of this tab');
    expect(await browser.evaluate(`() => document.querySelector('main').innerText.includes('export them')`),
      'the page says what to do');
    await quiet(browser, artefact);
    await browser.goto(artefact.base + '#/about');
    await browser.evaluate(`() => localStorage.removeItem('parallax.corrections')`);
  },
});
