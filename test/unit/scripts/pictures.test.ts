import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

suite('pictures', () => {
  test('README’s are there, each in light and dark, and none is left over', () => {
    const used = [...readFileSync('README.md', 'utf8').matchAll(/docs\/pictures\/[\w-]+\.webp/g)].map(([file]) => file);
    for (const file of used) assert.ok(existsSync(file), file);
    assert.deepEqual(
      readdirSync('docs/pictures').map((name) => `docs/pictures/${name}`),
      [...new Set(used)].sort(),
    );
  });

  test('those that ship are small', () => {
    const files = readdirSync('media/walkthrough').map((name) => `media/walkthrough/${name}`);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    assert.ok(bytes < 150_000, `${bytes} bytes`);
  });
});
