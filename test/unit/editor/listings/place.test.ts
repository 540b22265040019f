import assert from 'node:assert/strict';
import { placeOf, type Place } from '../../../../src/editor/listings/place';

suite('where a listing file may lie', () => {
  const home = '/home/ada';
  const inside = (path: string): Place => ({ kind: 'inside', path });
  const anywhere = (path: string): Place => ({ kind: 'anywhere', path });
  const refused: Place = { kind: 'refused' };
  const cases: [value: string, byUser: Place, byWorkspace: Place][] = [
    ['', { kind: 'none' }, { kind: 'none' }],
    ['  ', { kind: 'none' }, { kind: 'none' }],
    ['lists/mine.json', inside('lists/mine.json'), inside('lists/mine.json')],
    ['./a/../b.json', inside('b.json'), inside('b.json')],
    ['a\\b.json', inside('a/b.json'), inside('a/b.json')],
    ['a//b.json', inside('a/b.json'), inside('a/b.json')],
    ['lists:mine.json', inside('lists:mine.json'), inside('lists:mine.json')],
    ['.', refused, refused],
    ['../mine.json', refused, refused],
    ['a/../../mine.json', refused, refused],
    ['a\\..\\..\\mine.json', refused, refused],
    ['/etc/mine.json', anywhere('/etc/mine.json'), refused],
    ['~/mine.json', anywhere('/home/ada/mine.json'), refused],
    ['C:\\mine.json', anywhere('C:/mine.json'), refused],
    ['c:mine.json', anywhere('c:mine.json'), refused],
    ['\\\\server\\mine.json', anywhere('//server/mine.json'), refused],
  ];
  for (const [value, byUser, byWorkspace] of cases)
    test(JSON.stringify(value), () => {
      assert.deepEqual(placeOf(value, true, home), byUser);
      assert.deepEqual(placeOf(value, false, home), byWorkspace);
    });

  test('without a home folder there is nothing below it', () => {
    assert.deepEqual(placeOf('~/mine.json', true), refused);
    assert.deepEqual(placeOf('/etc/mine.json', true), anywhere('/etc/mine.json'));
  });
});
