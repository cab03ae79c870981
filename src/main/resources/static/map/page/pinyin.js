// Readings of Chinese characters, every one that a character has (pinyin.txt, made from Unicode's Unihan database: kMandarin,
// kHanyuPinlu and kXHC1983 of the characters of GB 2312), and how well a name fits what was typed.
const FILE = new URL('pinyin.txt', import.meta.url);

/** Gives name → its characters' readings; a character without one reads as itself. */
export async function reader() {
  const table = new Map();
  for (const line of (await (await fetch(FILE)).text()).trim().split('\n')) {
    const [syllable, characters] = line.split(' ');
    for (const character of characters) table.set(character, [...(table.get(character) ?? []), syllable]);
  }
  return name => [...name.toLowerCase()].map(character => table.get(character) ?? [character]);
}

/** Whether text is whole syllables, their beginnings or initials, of consecutive characters from `from` on. */
function reads(text, readings, from) {
  if (!text) return true;
  if (from >= readings.length) return false;
  return readings[from].some(syllable => {
    for (let taken = Math.min(syllable.length, text.length); taken > 0; taken--) {
      if (syllable.startsWith(text.slice(0, taken)) && reads(text.slice(taken), readings, from + 1)) return true;
    }
    return false;
  });
}

/** 0: no fit; the larger the better: whole name, its beginning, inside it, by reading. */
export function score(typed, {zh, en, readings}) {
  const text = typed.toLowerCase();
  const name = zh.toLowerCase();
  if (name === text || en.toLowerCase() === text) return 6;
  if (name.startsWith(text)) return 5;
  if (en.toLowerCase().startsWith(text)) return 4.5;
  if (name.includes(text)) return 4;
  const plain = text.replace(/[\s']/g, '');
  if (!/^[a-z0-9]+$/.test(plain)) return 0;
  if (reads(plain, readings, 0)) return 3.5 - readings.length / 100;
  if (plain.length > 1 && en.toLowerCase().includes(text)) return 2.5;
  return plain.length > 1 && readings.some((_, i) => reads(plain, readings, i)) ? 1.5 - readings.length / 100 : 0;
}
