// What people do with actors: sort, filter, save, follow a line of the network to its sentences.
import { open, shows, until } from './pages.mjs';

/** The journeys; `tools` are the checks of the caller. */
export const journeys = ({ expect, same, quiet, accessible, reflows }) => ({
  async 'actors are sorted and filtered by keyboard'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/actors', page: 'actors' });
    const sorted = () => browser.evaluate(
      `() => [...document.querySelectorAll('main th[aria-sort]')].map((h) => h.getAttribute('aria-sort'))`);
    same(await sorted(), ['descending'], 'order at first');
    await browser.evaluate(`() => document.querySelector('main th a.sort').focus()`);
    await browser.press('Enter');
    await until(browser, 'sorted by name', `() => location.hash.includes('sort=name')
      && document.querySelector('main th').getAttribute('aria-sort') === 'ascending'`);
    await until(browser, 'the focus stays on the head of the column',
      `() => document.activeElement.matches('main th:first-child a.sort')`);
    await browser.press('Enter');
    await until(browser, 'turned round', `() => location.hash.includes('sort=-name')
      && document.querySelector('main th').getAttribute('aria-sort') === 'descending'`);
    const all = await browser.evaluate(`() => document.querySelectorAll('main tbody tr').length`);
    await browser.evaluate(`() => document.querySelector('#filter').focus()`);
    await browser.type('daesh');
    await until(browser, 'one row is left', `() => document.querySelectorAll('main tbody tr').length === 1
      && location.hash.includes('filter=daesh') && location.hash.includes('sort=-name')`);
    const said = await browser.evaluate(`() => document.querySelector('main [role=status]').textContent`);
    expect(said.startsWith(`1 of ${all}`), `the live region says ${said}`);
    await browser.evaluate(`() => document.querySelector('main a.clear').click()`);
    await until(browser, 'all rows are back',
      `(all) => document.querySelectorAll('main tbody tr').length === all`, all);
    await quiet(browser, artefact);
  },
  async 'a line of the network opens its sentences by keyboard'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/actors?show=network', page: 'actors' });
    const href = await browser.evaluate(`() => {
      const edge = document.querySelector('svg.graph a.edge');
      edge.focus();
      // A window that is not in front gets no events of the focus.
      if (!document.hasFocus()) edge.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
      return edge.getAttribute('href');
    }`);
    await until(browser, 'its neighbours stand out',
      `() => document.querySelectorAll('svg.graph [data-lit]').length === 3`);
    await browser.press('Enter');
    await until(browser, 'sentences are shown and have the focus',
      `() => document.activeElement.id === 'evidence' && document.querySelectorAll('#evidence .line').length > 0`);
    same(await browser.evaluate('() => location.hash'), href, 'address');
    const [number, marked] = await browser.evaluate(`() => [
      Number(document.querySelector('#evidence h2 .n').textContent),
      document.querySelectorAll('#evidence mark').length]`);
    expect(number > 1 && marked >= 2 * number, `${number} sentences with ${marked} marks`);
    await accessible(browser);
    await browser.press('Escape');
    await until(browser, 'closed again, with the focus where it was',
      `(href) => !document.querySelector('#evidence') && document.activeElement.getAttribute('href') === href`, href);
    await quiet(browser, artefact);
  },
  async 'a node of the network leads to its actor'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/actors?show=network&in=each', page: 'actors' });
    await browser.evaluate(`() => document.querySelector('svg.graph a.node').focus()`);
    await browser.press('Enter');
    await shows(browser, 'actor');
    await accessible(browser);
    const note = await reflows(browser);
    await quiet(browser, artefact);
    return note;
  },
  async 'the table is saved as it is shown'(browser, artefact) {
    await open(browser, artefact.base, { hash: '#/actors?type=ORG&sort=name', page: 'actors' });
    await browser.evaluate(`() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { globalThis.saved = blob; return make.call(URL, blob); };
      HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; };
    }`);
    await browser.evaluate(`() => document.querySelector('#save').dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true }))`);
    const [name, text, rows] = await browser.evaluate(`async () => [
      globalThis.savedAs, await globalThis.saved.text(), document.querySelectorAll('main tbody tr').length]`);
    same(name, 'parallax-actors.csv', 'name of the file');
    same(text.trim().split('\r\n').length, rows + 1, 'rows of the file');
    await quiet(browser, artefact);
  },
});
