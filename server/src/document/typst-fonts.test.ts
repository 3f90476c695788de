import { describe, expect, test } from 'vitest'
import { chooseFonts, readFonts } from './typst-fonts.ts'

const families = (text: string, ...places: string[]) =>
  chooseFonts(text, places).serif.filter((name) => !/^(Source Serif 4|Inter)$/.test(name))

describe('fonts follow the letters', () => {
  test('Latin, Greek and Cyrillic need no further font', () => {
    expect(families('Łódź, Ελλάς, Москва')).toEqual([])
  })

  test('the language decides the shape of Han characters, then the countries, then the text', () => {
    expect(families('直骨', 'ja')).toEqual(['BIZ UDPGothic', 'Noto Sans S Chinese'])
    expect(families('直骨', 'en', 'JP', 'CN')).toEqual(['BIZ UDPGothic', 'Noto Sans S Chinese'])
    expect(families('直骨', 'zh-TW', 'JP')).toEqual(['Noto Sans S Chinese'])
    expect(families('直骨 ロボット', 'en')).toEqual(['BIZ UDPGothic', 'Noto Sans S Chinese'])
    expect(families('直骨 ロボット', 'zh')).toEqual(['Noto Sans S Chinese', 'BIZ UDPGothic'])
    expect(families('直骨')).toEqual(['Noto Sans S Chinese'])
  })

  test('each further script brings its own', () => {
    expect(families('로봇 روبوت רובוט หุ่นยนต์ रोबोट')).toEqual([
      'NanumGothic',
      'Noto Naskh Arabic',
      'Noto Sans Hebrew',
      'Noto Sans Thai',
      'Noto Sans Devanagari',
    ])
  })

  test('every file of every family is installed', async () => {
    const all = chooseFonts('社ロ로رרหर', [])
    const files = await readFonts(all)
    expect(files).toHaveLength(all.files.length)
    expect(files.every((file) => file.length > 20_000)).toBe(true)
  })
})
