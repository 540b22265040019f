import assert from 'node:assert/strict';
import { messages } from '../../../src/core/messages';
import { givenId, newNonce, panelHtml } from '../../../src/sidebar/html';
import { full } from '../../ui/panel-snapshot';

suite('the panel’s page', () => {
  const { tier, folders, allowance, restricted, scan } = full;
  const given = { locale: 'en-US', texts: {}, known: { tier, folders, allowance, restricted, scan } };
  const page = {
    starter: 'start();',
    script: 'go();',
    style: 'main {}',
    nonce: 'n0',
    body: '<main></main>',
    askedAt: 0,
    given,
  };
  const html = panelHtml(page);

  test('holds what is to be seen at once, and when it was asked for', () => {
    const filled = panelHtml({ ...page, body: '<main>first</main>', askedAt: 1234 });
    assert.match(filled, /<body>\s*<main>first<\/main>/);
    assert.match(filled, /<html [^>]*data-asked-at="1234"/);
  });

  test('lets in one script and one style by nonce, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    const directives = policy!.split('; ');
    assert.ok(directives.includes("default-src 'none'"));
    assert.ok(directives.includes("script-src 'nonce-n0'"));
    assert.ok(directives.includes("style-src 'nonce-n0'"));
    assert.doesNotMatch(policy!, /unsafe|https?:|\*/);
  });

  test('holds that script and that style with the nonce, and no other and no handler', () => {
    assert.equal(html.match(/<script(?! type="(application\/json|text\/plain)")/g)?.length, 1);
    assert.match(html, /<script type="text\/plain" id="script">go\(\);<\/script>/);
    assert.match(html, /<script nonce="n0">start\(\);<\/script>/);
    assert.match(html, /<style nonce="n0">main \{\}<\/style>/);
    assert.doesNotMatch(html, /\b(style|src|href)=|\son\w+=/);
  });

  test('hands over the language and what is said in it, which no text can break out of', () => {
    const texts = { [messages.panelPlan]: '</script><b>Einen Tag planen' };
    const inGerman = { ...given, locale: 'de', texts };
    const german = panelHtml({ ...page, given: inGerman });
    assert.match(german, /<html lang="de" /);
    assert.doesNotMatch(german, /<b>/);
    const json = new RegExp(`id="${givenId}">(.*?)</script>`).exec(german)![1]!;
    assert.deepEqual(JSON.parse(json), inGerman);
  });

  test('each nonce is new', () => assert.notEqual(newNonce(), newNonce()));
});
