import type { FileRefusal } from './file-refusal.ts'

const refusals = {
  'document.too-large': [
    'The document is larger than documents of agreements are.',
    'Take the pages of the agreement out of it and import those.',
  ],
  'document.empty': ['The document is empty.', 'Check that this is the right file.'],
  'document.old-word': [
    'This is a document of Word 97 to 2003 (.doc), which cannot be read.',
    'Open it in Word or LibreOffice and save it as .docx.',
  ],
  'document.password': [
    'The document is protected by a password.',
    'Open it with its password and save a copy without one.',
  ],
  'document.rich-text': [
    'This is Rich Text (.rtf), which cannot be read.',
    'Open it in Word or LibreOffice and save it as .docx.',
  ],
  'document.picture': [
    'This is a picture; there is no text in it to read.',
    'Run text recognition (OCR) over it and import the PDF or text that it makes.',
  ],
  'document.no-text': [
    'There is no text in this PDF; its pages are pictures.',
    'Run text recognition (OCR) over it, then import the PDF that it makes.',
  ],
  'document.other-archive': [
    'This is an archive that is no Word document.',
    'Save the agreement as .docx, .pdf, .md or .txt; a sheet or a presentation cannot be read.',
  ],
  'document.not-text': [
    'The file is neither text, Markdown, Word (.docx) nor PDF.',
    'Save the agreement as .docx, .pdf, .md or .txt.',
  ],
  'document.bomb': [
    'The document would unpack to more than any agreement holds; nothing was unpacked.',
    'Check where the file comes from; save it again from Word.',
  ],
  'document.damaged': [
    'The document is damaged and cannot be opened.',
    'Open it in the program that made it and save it again.',
  ],
  'document.too-long': [
    'The document is longer than agreements are: over 300 pages or 10,000 paragraphs and rows.',
    'Take the pages of the agreement out of it and import those.',
  ],
  'document.too-slow': [
    'Reading the document took too long and was given up.',
    'Save it again, as .docx without pictures or as plain text.',
  ],
} as const

export type DocumentRefusalCode = keyof typeof refusals

/** Why a document cannot be read, and what makes it readable. */
export function documentRefusal(
  code: DocumentRefusalCode,
  file: string,
  value?: unknown,
): FileRefusal {
  const [sentence, fix] = refusals[code]
  return { code, file, sentence, fix, ...(value === undefined ? {} : { value }) }
}

export const isDocumentRefusalCode = (code: string): code is DocumentRefusalCode =>
  Object.hasOwn(refusals, code)
