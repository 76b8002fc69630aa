const QUOTES = ['""', "''", '“”', '„“', '‘’', '«»', '``'];
const PRINTABLE_ASCII = /^[\x21-\x7e]$/;

/**
 * What is wrong with a secret that was copied through shells, editors and chats: quotes around it, a blank, a
 * character that no token or key has. Null if nothing is. Does not reveal the secret.
 */
export function whatIsWrongWithSecret(value: string): string | null {
  const characters = [...value];
  const ends = `${characters[0]}${characters.at(-1)}`;
  if (characters.length > 1 && QUOTES.includes(ends)) return 'but there are quotes around it: leave them out';
  // A file name may contain any character.
  if (value.startsWith('sqlite:')) return null;
  const at = characters.findIndex((character) => !PRINTABLE_ASCII.test(character));
  const found = characters[at];
  if (found === undefined) return null;
  const where = `at character ${at + 1} of ${characters.length}`;
  if (/\s/.test(found)) return `but there is a blank in it, ${where}`;
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `but there is a character in it that no such value has (U+${code}), ${where}`;
}
