// What people do with search: type, filter, go back, walk the results by keyboard, save them and the search.
import { inSlices, open, shows, stopAndGoOn, until } from './pages.mjs';

const hash = (browser) => browser.evaluate('() => location.hash');
const entries = (browser) => browser.evaluate('() => history.length');
const said = (browser) => browser.evaluate(`() => document.querySelector('main .status')?.textContent`);

/** Follows a link without the pointer, which other elements may cover in small windows. */
const follow = (browser, selector) => browser.evaluate(
  `(selector) => document.querySelector(selector).click()`, selector);

/** The journeys; `tools` are the checks of the caller. */
export const journeys = ({ expect, same, quiet, accessible, reflows }) => ({
  async 'search follows typing, and typing leaves no trail'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/search', page: 'search' });
    const before = await entries(browser);
    await browser.press('/');
    await browser.type('raqq');
    await until(browser, 'results while typing', `() => location.hash.includes('q=raqq')
      && document.title.startsWith('raqq ')`);
    await browser.type('a');
    await until(browser, 'results for the whole word',
      `() => location.hash.endsWith('q=raqqa') && document.querySelectorAll('main .result').length > 1`);
    same(await browser.evaluate('() => document.activeElement.id'), 'q', 'the focus stays in the box');
    same(await entries(browser), before, 'entries in the history');
    const shown = await said(browser);
    await until(browser, 'the result is said once typing has rested',
      `(shown) => document.querySelector('#said').textContent === shown`, shown);
    same(await browser.evaluate(`() => document.querySelectorAll('main .status[role=status]').length`), 0,
      'live regions that change with every letter');
    await accessible(browser);
    await quiet(browser, artefact);
  },
  async 'the index is built in slices, stops and goes on'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/articles', page: 'articles' });
    await inSlices(browser, 60, '#/search?q=raqqa');
    const text = `document.querySelector('main .building p').textContent`;
    await until(browser, 'it says how far it is', `() => document.querySelector('main .building')
      && /: [1-5] of 5 articles$/.test(${text}) && document.querySelector('main progress').max === 5`);
    await accessible(browser);
    await stopAndGoOn(browser, same, async () => {
      const shown = await browser.evaluate(`() => [${text}.includes(' of 5 articles'),
        document.querySelectorAll('main .result').length]`);
      same(shown, [true, 0], 'how far it is, and no results');
    });
    await until(browser, 'the results', `() => document.querySelectorAll('main .result').length > 1
      && !document.querySelector('.building')`);
    await quiet(browser, artefact);
  },
  async 'search facets show what they count, and back works'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/search?q=raqqa', page: 'search' });
    const whole = await said(browser);
    const [text, count] = await browser.evaluate(`() => {
      const value = document.querySelector('.facets .facet .go');
      return [value.getAttribute('href'), Number(value.querySelector('.n').textContent)];
    }`);
    await follow(browser, '.facets .facet .go');
    await until(browser, 'the count is what is shown',
      `(start) => document.querySelector('main .status').textContent.startsWith(start)`, `${count} sentence`);
    same(await hash(browser), text, 'address');
    same(await browser.evaluate(`() => document.querySelectorAll('.chips .chip').length`), 1, 'chips');
    // A second value of the same field adds what it says.
    const added = await browser.evaluate(`() => {
      const value = document.querySelectorAll('.facets section:first-of-type .facet .go')[1];
      const n = value.querySelector('.n').textContent;
      value.click();
      return n;
    }`);
    expect(/^\+\d+$/.test(added), `the second value says ${added}`);
    await until(browser, 'both together', `(start) => document.querySelector('main .status').textContent.startsWith(start)`,
      `${count + Number(added)} sentence`);
    await follow(browser, '.facets section:nth-of-type(2) .facet .not');
    await until(browser, 'three chips', `() => document.querySelectorAll('.chips .chip').length === 3`);
    await accessible(browser);
    await browser.back();
    await browser.back();
    await until(browser, 'one chip again', `() => document.querySelectorAll('.chips .chip').length === 1`);
    await follow(browser, '.chips a.clear');
    await until(browser, 'all filters are cleared', `(whole) => document.querySelector('main .status').textContent === whole
      && !document.querySelector('.chips')`, whole);
    same(await browser.evaluate(`() => document.querySelector('#q').value`), 'raqqa', 'the words stay');
    const note = await reflows(browser);
    await quiet(browser, artefact);
    return note;
  },
  async 'search results are walked by keyboard'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/search?q=raqqa', page: 'search' });
    await browser.press('/');
    await until(browser, 'the box has the focus', `() => document.activeElement.id === 'q'`);
    await browser.press('ArrowDown');
    await until(browser, 'the first result', `() => document.activeElement === document.querySelector('.results a.hit')`);
    await browser.press('ArrowDown');
    await until(browser, 'its first sentence', `() => document.activeElement === document.querySelector('.results a.place')`);
    const to = await browser.evaluate(`() => document.activeElement.getAttribute('href')`);
    await browser.press('Escape');
    await until(browser, 'back in the box', `() => document.activeElement.id === 'q'`);
    same(await browser.evaluate(`() => document.querySelector('#q').value`), 'raqqa', 'the words are kept');
    await browser.press('ArrowDown');
    await browser.press('ArrowDown');
    await browser.press('Enter');
    await shows(browser, 'article');
    same(await hash(browser), to, 'address');
    await browser.back();
    await shows(browser, 'search');
    await quiet(browser, artefact);
  },
  async 'search by sentence'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/search?q=city', page: 'search' });
    await follow(browser, '.results nav .choice[href*="show=sentences"]');
    await until(browser, 'a line for each match', `() => document.querySelector('main .status').textContent
      .startsWith(document.querySelectorAll('.kwic tbody tr').length + ' match')`);
    await follow(browser, '.results .choice[href*="kwic=left"]');
    await until(browser, 'sorted by the word before', `() => location.hash.includes('kwic=left')
      && document.querySelectorAll('.kwic .left .rank-1').length > 3`);
    const before = await browser.evaluate(`() => [...document.querySelectorAll('.kwic .left .rank-1')]
      .map((e) => e.textContent.toLowerCase())`);
    same(before, [...before].sort(), 'words before');
    await accessible(browser);
    await browser.back();
    await browser.back();
    await until(browser, 'by article again', `() => document.querySelector('main .result') && !document.querySelector('.kwic')`);
    await quiet(browser, artefact);
  },
  async 'search results are paged, each page from its top'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/search?q=a*+OR+s*+OR+t*+OR+c*+OR+d*&show=sentences', page: 'search' });
    same(await browser.evaluate(`() => document.querySelectorAll('.kwic tbody tr').length`), 100, 'lines of a page');
    const first = await browser.evaluate(`() => {
      document.querySelector('.pages a').focus();
      scrollTo(0, document.body.scrollHeight);
      return document.querySelector('.kwic tbody').innerText;
    }`);
    await follow(browser, '.pages a');
    await until(browser, 'the second page, from its top', `(first) => location.hash.includes('page=2') && scrollY === 0
      && document.querySelector('.kwic tbody').innerText !== first`, first);
    expect(await browser.evaluate('() => document.body.scrollHeight > 2 * innerHeight'), 'the second page is too short to tell');
    await browser.back();
    await until(browser, 'the first page, where it stood',
      `(first) => document.querySelector('.kwic tbody').innerText === first && scrollY > 0`, first);
    await quiet(browser, artefact);
  },
  async 'search results are exported'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/search?q=raqqa&f=-outlet:rferl', page: 'search' });
    await browser.evaluate(`() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { globalThis.blob = blob; return make.call(URL, blob); };
      HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };
    }`);
    const press = async (id) => {
      await browser.evaluate(`(id) => document.getElementById(id).dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true }))`, id);
      return browser.evaluate(`async () => [globalThis.savedAs, await globalThis.blob.text()]`);
    };
    const number = Number((await said(browser)).match(/^\d+/)[0]);
    const [csvName, csv] = await press('save');
    same(csvName, 'parallax-search.csv', 'name of the table');
    same(csv.trim().split('\r\n').length, number + 1, 'rows of the table');
    const [jsonName, text] = await press('save-json');
    same(jsonName, 'parallax-search.json', 'name of the JSON file');
    const json = JSON.parse(text);
    same([json.query, json.filters, json.sentences, json.results.length],
      ['raqqa', ['not outlet: RFE/RL'], number, number], 'JSON');
    await quiet(browser, artefact);
  },
  async 'a search is saved, renamed and removed'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/search?q=raqqa&f=outlet:rferl', page: 'search' });
    await browser.evaluate(`() => localStorage.removeItem('parallax.searches')`);
    await open(browser, artefact.base, { hash: '#/search?q=raqqa&f=outlet:rferl', page: 'search' });
    await follow(browser, '#saved summary');
    same(await browser.evaluate(`() => document.querySelector('#save-name').value`), 'raqqa · outlet: RFE/RL', 'name');
    await follow(browser, '#saved form button');
    await until(browser, 'it is listed', `() => document.querySelectorAll('.saved-list li').length === 1`);
    await browser.evaluate(`() => { const f = document.querySelector('#save-name'); f.focus(); f.select(); }`);
    await browser.type('The city in one outlet');
    await browser.press('Enter');
    await until(browser, 'it has another name',
      `() => document.querySelector('.saved-list a').textContent === 'The city in one outlet'`);
    await accessible(browser);
    // Kept across visits, and listed where nothing is asked.
    await open(browser, artefact.base, { hash: '#/search', page: 'search' });
    await until(browser, 'the list is open', `() => document.querySelector('#saved').open`);
    await follow(browser, '.saved-list a');
    await until(browser, 'it is run', `() => location.hash === '#/search?q=raqqa&f=outlet:rferl'
      && document.querySelectorAll('main .result').length > 0`);
    await follow(browser, '.saved-list button');
    await until(browser, 'it is gone', `() => !document.querySelector('.saved-list')
      && !localStorage.getItem('parallax.searches').includes('raqqa')`);
    await quiet(browser, artefact);
  },
  async 'a search where storage is refused, or holds something else'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/search', page: 'search' });
    await browser.evaluate(`() => localStorage.setItem('parallax.searches', '{"format": 1, <b>')`);
    await open(browser, artefact.base, { hash: '#/search?q=raqqa', page: 'search' });
    const fault = await browser.evaluate(`() => document.querySelector('main .fault').textContent`);
    expect(fault.includes('cannot be read'), fault);
    await browser.evaluate(`() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }`);
    await follow(browser, '#saved summary');
    await follow(browser, '#saved form button');
    await until(browser, 'it says that it is not kept', `() =>
      document.querySelector('main .fault').textContent.includes('until this tab is closed')
      && document.querySelectorAll('.saved-list li').length === 1`);
    await open(browser, artefact.base, { hash: '#/search', page: 'search' });
    await browser.evaluate(`() => { for (const k of ['parallax.searches', 'parallax.searches.unread']) localStorage.removeItem(k); }`);
    await quiet(browser, artefact);
  },
});
