import type { Token } from 'markdown-it'

/** The lines of text in an inline token, without its marks; HTML line breaks and comments are read as such. */
export function inlineLines(token: Token | undefined): string[] {
  const parts = (token?.children ?? []).map((child) => {
    if (child.type === 'softbreak' || child.type === 'hardbreak') return '\n'
    if (child.type === 'text' || child.type === 'code_inline' || child.type === 'text_special')
      return child.content
    if (child.type === 'image') return child.content
    if (child.type === 'html_inline') return htmlInline(child.content)
    return ''
  })
  return parts
    .join('')
    .replace(
      /(^|\n)\s*\[( |x|X)\]\s/g,
      (_, start: string, mark: string) => `${start}${mark === ' ' ? '☐' : '☑'} `,
    )
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

function htmlInline(tag: string): string {
  if (/^<br\b/i.test(tag)) return '\n'
  if (/^<input\b[^>]*checkbox/i.test(tag)) return /\bchecked\b/i.test(tag) ? '☑' : '☐'
  // A gap written in angle brackets, <Partner name>, looks like a tag to a Markdown reader.
  return /^<\/?(?:a|abbr|b|big|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|!--)\b/i.test(
    tag,
  ) ||
    tag.startsWith('<!--') ||
    tag.startsWith('</')
    ? ''
    : tag
}

/** Whether everything in the paragraph is bold. */
export function isBoldWhole(token: Token | undefined): boolean {
  let depth = 0
  let isBold = false
  for (const child of token?.children ?? []) {
    if (child.type === 'strong_open') depth += 1
    else if (child.type === 'strong_close') depth -= 1
    else if (child.content.trim() !== '') {
      if (depth === 0) return false
      isBold = true
    }
  }
  return isBold
}
