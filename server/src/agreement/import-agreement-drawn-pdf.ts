/** A run of text at a place: points from the left and from the top of an A4 page. */
export interface DrawnWord {
  readonly page: number
  readonly x: number
  readonly down: number
  readonly size: number
  readonly text: string
}

/**
 * A PDF without tags, made by hand: Helvetica for words, Zapf Dingbats for ticks, nothing that says what is a table.
 * Letters outside Latin-1 are not drawn.
 */
export function drawnPdf(words: readonly DrawnWord[]): Uint8Array {
  const pages = Math.max(...words.map((word) => word.page))
  const objects: string[] = []
  const first = 5
  objects.push('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = Array.from({ length: pages }, (_, index) => `${first + index * 2} 0 R`).join(' ')
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`)
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>')
  for (let page = 1; page <= pages; page += 1) {
    const content = words
      .filter((word) => word.page === page)
      .map(draw)
      .join('\n')
    const resources = '<< /Font << /F1 3 0 R /F2 4 0 R >> >>'
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${first + page * 2 - 1} 0 R >>`,
    )
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, index) => {
    const start = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return new Uint8Array(
    Buffer.from(
      `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
      'latin1',
    ),
  )
}

function draw({ x, down, size, text }: DrawnWord): string {
  const isTick = /^[✓✔]$/.test(text)
  const plain = isTick ? '4' : latin(text).replace(/[\\()]/g, (sign) => `\\${sign}`)
  return `BT /${isTick ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x.toFixed(1)} ${(842 - down).toFixed(1)} Tm (${plain}) Tj ET`
}

/** Signs that Helvetica's Latin-1 does not have, as near as it comes. */
const latin = (text: string): string =>
  text.replace(/[’‘]/g, "'").replace(/[–—]/g, '-').replace(/→/g, '->').replace(/[✓✔]/g, 'x')
