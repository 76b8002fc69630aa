type RichElement = {
  type: string;
  text?: string;
  elements?: RichElement[];
  style?: { bold?: boolean; code?: boolean };
  [field: string]: unknown;
};

/** Dates, mentions of groups and escaped characters become what a person reads in Slack. */
export function readable(text: string): string {
  const showDate = (_: string, seconds: string, format: string) => {
    const at = new Date(Number(seconds) * 1000);
    const time = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    return format.replace(/\{time[^}]*\}/g, time).replace(/\{date[^}]*\}/g, at.toLocaleDateString());
  };
  return (
    text
      .replace(/<!date\^(\d+)\^([^^|>]+)[^|>]*\|[^>]*>/g, showDate)
      .replace(/<!(?:subteam\^)?(\w+)(?:\|@?([^>]*))?>/g, (_, id, name) => `@${name ?? id}`)
      // The word joiner keeps &lt;@U1&gt; from turning into the mention it was kept from being.
      .replaceAll('&lt;', '<\u2060')
      .replaceAll('&gt;', '\u2060>')
      .replaceAll('&amp;', '&')
  );
}

/** Text in which mrkdwn finds nothing: its signs are others that look like them, and addresses are no links. */
export function literal(text: string): string {
  const alike: Record<string, string> = { '*': '∗', '`': 'ˋ', '~': '∼', _: 'ˍ', ':': '꞉', '|': '¦' };
  const shown = text.replace(/[*`~_|]|:(?=[\w+-]+:)/g, (sign) => alike[sign] ?? sign);
  const unlinked = shown.replaceAll('://', ':\u2060//');
  return unlinked.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An element of a rich_text block, and what is in it, as mrkdwn: local-slack knows no rich_text. */
export function asMrkdwn(element: RichElement): string {
  const { type, text = '', elements = [], style } = element;
  const inside = () => elements.map(asMrkdwn).join('');
  switch (type) {
    case 'rich_text_quote':
      return inside().replace(/^/gm, '>');
    case 'rich_text_section':
      return inside();
    case 'text': {
      if (style?.code) return `\`${literal(text)}\``;
      const [, before = '', word = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(literal(text)) ?? [];
      return style?.bold && word ? `${before}*${word}*${after}` : literal(text);
    }
    case 'link': {
      // local-slack ends a link at the first bracket in its label.
      const label = literal(text.replaceAll('<', '‹').replaceAll('>', '›'));
      const shown = `<${element.url}|${label}>`;
      return style?.bold ? `*${shown}*` : shown;
    }
    case 'user':
      return `<@${element.user_id}>`;
    case 'usergroup':
      return `<!subteam^${element.usergroup_id}>`;
    case 'channel':
      return `<#${element.channel_id}>`;
    case 'emoji':
      return `:${element.name}:`;
    case 'date':
      return `<!date^${element.timestamp}^${element.format}|${element.fallback}>`;
    default:
      return literal(text);
  }
}

/** Makes every `text` in blocks, messages or views readable, in place; plain text is shown as it is. */
export function patchTexts(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const fields = node as Record<string, unknown>;
  if (fields.type === 'rich_text') {
    const parts = (fields.elements as RichElement[]).map(asMrkdwn);
    Object.assign(fields, { type: 'section', text: { type: 'mrkdwn', text: parts.join('\n') } });
    delete fields.elements;
  }
  if (fields.type === 'plain_text') return;
  for (const [key, value] of Object.entries(fields)) {
    if (key === 'text' && typeof value === 'string') fields[key] = readable(value);
    else patchTexts(value);
  }
}
