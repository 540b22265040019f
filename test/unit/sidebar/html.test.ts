import assert from 'node:assert/strict';
import { newNonce, panelHtml } from '../../../src/sidebar/html';

suite('the panel’s page', () => {
  const html = panelHtml({ script: 'https://host/panel.js', style: 'https://host/panel.css', nonce: 'n0' });

  test('lets in one script and one style by nonce, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    const directives = policy!.split('; ');
    assert.ok(directives.includes("default-src 'none'"));
    assert.ok(directives.includes("script-src 'nonce-n0'"));
    assert.ok(directives.includes("style-src 'nonce-n0'"));
    assert.doesNotMatch(policy!, /unsafe|https?:|\*/);
  });

  test('holds no script, style or handler of its own', () => {
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /<style|style=|\son\w+=/);
  });

  test('each nonce is new', () => assert.notEqual(newNonce(), newNonce()));
});
