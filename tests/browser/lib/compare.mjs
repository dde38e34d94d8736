// What people do with the side-by-side: take its evidence away, move the threshold, read the texts.
import { inSlices, open, stopAndGoOn, until } from './pages.mjs';

/** The journeys; `tools` are the checks of the caller. */
export const journeys = ({ expect, same, quiet, accessible }) => ({
  async 'evidence sheets are saved, of the comparison and of one number'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/compare?table=words&cols=o:cnn,o:sputnik&open=word,Daesh,o:sputnik', page: 'compare' });
    await browser.evaluate(`() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { globalThis.blob = blob; return make.call(URL, blob); };
      HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };
    }`);
    const press = async (selector, number) => {
      await browser.evaluate(`(selector, number) => document.querySelectorAll(selector)[number].dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true }))`, selector, number);
      return browser.evaluate(`async () => [globalThis.savedAs, await globalThis.blob.text()]`);
    };
    const [name, markdown] = await press('#save-md', 0);
    same(name, 'parallax-comparison.md', 'name of the sheet');
    expect(markdown.startsWith('# Compare CNN · Sputnik\n'), markdown.slice(0, 40));
    for (const part of ['Names', 'Statements', 'Numbers', 'Quoted', 'Actions', 'Timeline', 'Words']) {
      expect(markdown.includes(`\n## ${part}\n`), `the sheet has no part ${part}`);
    }
    const shown = await browser.evaluate(`() => document.querySelectorAll('#evidence .line').length`);
    expect(shown > 3, `${shown} sentences are open`);
    const [jsonName, text] = await press('#evidence .tools button', 2);
    same(jsonName, 'parallax-evidence.json', 'name of the file of the sentences');
    const found = JSON.parse(text).sections[0].rows[0].cells[0].found[0].lines;
    same(found.length, shown, 'sentences in the file');
    await quiet(browser, artefact);
  },
  async 'a comparison is printed as its evidence sheet'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/compare?table=quoted&cols=o:cnn,o:rferl', page: 'compare' });
    await browser.evaluate(`() => {
      window.print = () => { globalThis.paper = document.querySelector('.paper').textContent; };
      const print = [...document.querySelectorAll('.head .sheet button')].pop();
      print.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }`);
    await until(browser, 'the sheet', `() => globalThis.paper?.includes('Found automatically')`);
    const paper = await browser.evaluate(`() => globalThis.paper`);
    for (const part of ['Names', 'Statements', 'Numbers', 'Quoted', 'Actions', 'Timeline', 'Words', 'not found here']) {
      expect(paper.includes(part), `the sheet has no ${part}`);
    }
    expect(paper.length > 20_000, `the sheet holds ${paper.length} characters: the sentences are missing`);
    same(await browser.evaluate(`() => getComputedStyle(document.querySelector('.paper')).display`), 'none',
      'the sheet on the screen');
    await browser.evaluate(`() => window.dispatchEvent(new Event('afterprint'))`);
    await until(browser, 'the page without the sheet', `() => !document.querySelector('.paper')`);
    await quiet(browser, artefact);
  },
  async 'one row is shown alone, saved, and left for where it stood'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/compare?table=numbers', page: 'compare' });
    const rows = `document.querySelectorAll('table.numbers tbody tr').length`;
    const all = await browser.evaluate(`() => ${rows}`);
    const link = await browser.evaluate(`() => {
      const cite = document.querySelectorAll('table.numbers a.cite')[2];
      cite.focus();
      cite.click();
      return cite.getAttribute('href');
    }`);
    await until(browser, 'one row with the focus above it', `(link) => location.hash === link && ${rows} === 1
      && document.activeElement.id === 'row' && !document.querySelector('a.cite')`, link);
    await browser.evaluate(`() => {
      HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };
      document.querySelector('#row #save-md').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }`);
    await until(browser, 'a sheet of the row', `() => globalThis.savedAs === 'parallax-row.md'`);
    await browser.evaluate(`() => document.querySelector('#row a').dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true }))`);
    await until(browser, 'all rows, and the focus on the link of that row', `(link, all) => ${rows} === all
      && document.activeElement.getAttribute('href') === link`, link, all);
    await quiet(browser, artefact);
  },
  async 'marks in the texts are switched off, and the reader stays there'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/compare', page: 'compare' });
    const marks = `document.querySelectorAll('.columns .m').length`;
    const before = await browser.evaluate(`() => ${marks}`);
    const top = await browser.evaluate(`() => {
      const names = document.querySelector('.texts-head .choice');
      names.focus();
      names.scrollIntoView();
      names.click();
      return Math.round(names.getBoundingClientRect().top);
    }`);
    await until(browser, 'fewer marks at the same place', `(before, top) => ${marks} < before
      && location.hash.includes('hide=names')
      && Math.abs(document.querySelector('.texts-head .choice').getBoundingClientRect().top - top) < 4`, before, top);
    await browser.back();
    await until(browser, 'as many as before', `(before) => ${marks} === before`, before);
    await quiet(browser, artefact);
  },
  async 'statements are found in slices, the work stops and goes on'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/library', page: 'library' });
    await inSlices(browser, 20, '#/compare?table=numbers&alike=33');
    const text = `document.querySelector('main .building p')?.textContent`;
    await until(browser, 'it says how far it is', `() => document.querySelector('main h1').textContent === 'Compare'
      && /share: [1-9]\\d* of \\d+ sentences$/.test(${text})`);
    await accessible(browser);
    await stopAndGoOn(browser, same);
    await until(browser, 'the tables', `() => document.querySelectorAll('main table tbody tr').length > 1
      && !document.querySelector('.building')`);
    await quiet(browser, artefact);
  },
  async 'the reader moves the threshold of statements, and the texts follow'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/compare?table=statements&show=shared', page: 'compare' });
    const rows = `document.querySelectorAll('table.statements tbody tr').length`;
    const before = await browser.evaluate(`() => ${rows}`);
    await browser.evaluate(`() => [...document.querySelectorAll('.controls a')].pop().click()`);
    await until(browser, 'fewer statements, and as many passages', `(before) => ${rows} < before
      && document.querySelectorAll('.jumps li').length === ${rows} && location.hash.includes('alike=')`, before);
    await browser.back();
    await until(browser, 'as many as before', `(before) => ${rows} === before`, before);
    await quiet(browser, artefact);
  },
});
