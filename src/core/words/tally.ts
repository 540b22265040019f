import type { Speaker } from './speaker';

/** `3 uses · 1 mention · 2 in tests`: places by kind, without zeros. */
export function tallyText(
  { uses, mentions, tests }: { readonly uses: number; readonly mentions: number; readonly tests: number },
  speaker: Speaker,
): string {
  const parts = [
    uses > 0 && speaker.counted(uses, 'panelUse', 'panelUses'),
    mentions > 0 && speaker.counted(mentions, 'panelMention', 'panelMentions'),
    tests > 0 && speaker.say('panelInTests', speaker.number(tests)),
  ];
  return parts.filter(Boolean).join(' · ');
}
