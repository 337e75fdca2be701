import { describe, expect, it } from 'vitest'
import { DEFAULT_OPTIONS, readOptions } from '../../server/options.ts'
import { optionsErrorWords } from '../../server/words.ts'

const read = (args: string[], environment: Record<string, string> = {}) => {
  const asked = readOptions(args, environment)
  if (!asked.ok || asked.value.type !== 'run') throw new Error('refused')
  return asked.value.options
}

describe('options', () => {
  it('have defaults', () => {
    expect(read([])).toEqual({
      ...DEFAULT_OPTIONS,
      publicUrl: null,
      limits: {},
      backups: null,
      metricsToken: null,
      verbose: false,
    })
    expect(DEFAULT_OPTIONS.port).toBe(4321)
  })

  it('come from flags, else from the environment', () => {
    const environment = {
      GUYUB_PORT: '5000',
      GUYUB_HOST: '127.0.0.1',
      GUYUB_DATA: '/srv/guyub.sqlite',
      GUYUB_PUBLIC_URL: 'https://guyub.kampus.ac.id',
      GUYUB_MESSAGE_BURST: '90',
      GUYUB_BACKUP_DIR: '/srv/backups',
      GUYUB_BACKUP_EVERY_HOURS: '6',
      GUYUB_METRICS_TOKEN: 'kopi-tubruk-tanpa-gula',
      GUYUB_LOG: 'debug',
    }
    const fromEnvironment = {
      port: 5000,
      host: '127.0.0.1',
      data: '/srv/guyub.sqlite',
      publicUrl: 'https://guyub.kampus.ac.id',
      limits: { messageBurst: 90 },
      backups: { folder: '/srv/backups', everyMs: 6 * 3_600_000, keep: 7 },
      metricsToken: 'kopi-tubruk-tanpa-gula',
      verbose: true,
    }
    expect(read([], environment)).toEqual(fromEnvironment)
    expect(read(['--port', '6000', '--data=x.sqlite'], environment)).toEqual({
      ...fromEnvironment,
      port: 6000,
      data: 'x.sqlite',
    })
  })

  it('of a public address are an origin, without a slash at its end', () => {
    expect(read(['--public-url', 'https://Guyub.ID:8443/']).publicUrl).toBe('https://guyub.id:8443')
  })

  it('that are empty in the environment count as not said', () => {
    expect(read([], { GUYUB_PORT: '', GUYUB_DATA: '', GUYUB_MESSAGE_BURST: '' })).toEqual(read([]))
  })

  const wrong: [args: string[], environment: Record<string, string>, named: string][] = [
    [['--prot', '4000'], {}, '--prot'],
    [['extra'], {}, 'extra'],
    [['--port'], {}, '--port'],
    [['--port', 'x'], {}, '--port: "x"'],
    [['--port', '65536'], {}, '--port: "65536"'],
    [['--port', '1e3'], {}, '--port: "1e3"'],
    [['--data', ''], {}, '--data: ""'],
    [['--host', ' '], {}, '--host: " "'],
    [['--public-url', 'guyub'], {}, '--public-url: "guyub"'],
    [['--public-url', 'ftp://guyub.id'], {}, '--public-url: "ftp://guyub.id"'],
    [['--public-url', 'https://guyub.id/app'], {}, '--public-url: "https://guyub.id/app"'],
    [['--public-url', 'https://guyub.id/?x=1'], {}, '--public-url: "https://guyub.id/?x=1"'],
    [[], { GUYUB_PORT: '-1' }, 'GUYUB_PORT: "-1"'],
    [[], { GUYUB_MESSAGE_BURST: '0' }, 'GUYUB_MESSAGE_BURST: "0"'],
    [[], { GUYUB_DOCUMENT_BYTES: '1.5' }, 'GUYUB_DOCUMENT_BYTES: "1.5"'],
    [[], { GUYUB_BACKUP_KEEP: '0' }, 'GUYUB_BACKUP_KEEP: "0"'],
    [[], { GUYUB_METRICS_TOKEN: 'fifteen-letters' }, 'GUYUB_METRICS_TOKEN: "…"'],
    [[], { GUYUB_METRICS_TOKEN: 'with spaces between' }, 'GUYUB_METRICS_TOKEN: "…"'],
    [[], { GUYUB_JOIN_CODE_HOURS: 'ten' }, 'GUYUB_JOIN_CODE_HOURS: "ten"'],
  ]
  it.each(wrong)('that cannot be meant are refused by name: %j %j', (args, environment, named) => {
    const asked = readOptions(args, environment)
    if (asked.ok) throw new Error('it was taken')
    expect(optionsErrorWords(asked.error)).toContain(named)
  })

  it('may ask for help', () => {
    for (const flag of ['--help', '-h']) {
      expect(readOptions([flag], {})).toEqual({ ok: true, value: { type: 'help' } })
    }
  })
})
