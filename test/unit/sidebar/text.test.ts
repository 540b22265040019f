import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, h, svg } from '../../../src/sidebar/view/markup';
import { toHtml } from '../../../src/sidebar/view/text';

suite('the page as text', () => {
  test('holds elements, attributes and text; what is absent is left out', () => {
    const nodes = [
      h('p', { class: 'dim', hidden: true, id: undefined, title: false, tabindex: 0 }, 'a', false, undefined, [
        'b',
        h('br'),
      ]),
      svg('rect', { width: '50%' }),
      fold('key', ['Heading', ' more'], [h('input', { checked: false, value: 3 })]),
    ];
    assert.equal(
      toHtml(nodes),
      '<p class="dim" hidden="" tabindex="0">ab<br></p><rect width="50%"></rect>' +
        '<details class="fold" data-fold="key"><summary data-key="key"><h2>Heading</h2> more</summary><input value="3"></details>',
    );
  });

  test('actions are no part of it', () => {
    const nodes = [h('button', { onclick: { type: 'scan' } }), h('input', { onchange: () => undefined })];
    assert.equal(toHtml(nodes), '<button></button><input>');
  });

  test('no text can become markup, and none is lost', () => {
    const text = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '#', ';', 'a', '&lt;', '</p>', 'é') });
    const decode = (html: string) => html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    fc.assert(
      fc.property(text, text, (inside, attribute) => {
        const html = toHtml([h('p', { title: attribute }, inside)]);
        const parts = /^<p title="([^"<>]*)">([^"<>]*)<\/p>$/.exec(html)!;
        assert.deepEqual([decode(parts[1]!), decode(parts[2]!)], [attribute, inside]);
      }),
    );
  });

  test('an element that stands in a page already is no text', () => {
    assert.throws(() => toHtml([{ nodeType: 1 }]), TypeError);
  });
});
