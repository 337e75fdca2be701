/** What the server says in the terminal: Indonesian first, English below it. */
import type { OptionsError, Wanted } from './options.ts'
import { BACKUP_NAMES, DEFAULT_OPTIONS, LIMIT_NAMES, METRICS_TOKEN_NAME } from './options.ts'
import type { StartError } from './startServer.ts'
import type { DataFileError } from './store/dataFile.ts'

export const both = (id: string, en: string): string => `${id}\n${en}`

export const OLD_NODE = both(
  `Guyub memerlukan Node 24 atau lebih baru; yang dipakai sekarang ${process.version}. Jalankan dengan: npm start`,
  `Guyub needs Node 24 or newer; this is ${process.version}. Run it with: npm start`,
)

export const HELP = `Guyub: papan lokakarya BMC dan SWOT · a live workshop board for BMC and SWOT

  npm start -- [pilihan · options]

  --port <n>          nomor port · port number (GUYUB_PORT, ${DEFAULT_OPTIONS.port})
  --host <alamat>     alamat tempat mendengarkan · address to listen on (GUYUB_HOST, ${DEFAULT_OPTIONS.host})
  --data <berkas>     berkas data · data file (GUYUB_DATA, ${DEFAULT_OPTIONS.data})
  --public-url <url>  alamat untuk orang lain, misalnya https://guyub.kampus.ac.id
                      address that others use (GUYUB_PUBLIC_URL)
  --help              bantuan ini · this help

Batas lain, lewat lingkungan · other limits, by the environment:
${Object.values(LIMIT_NAMES)
  .map((name) => `  ${name}`)
  .join('\n')}
  ${METRICS_TOKEN_NAME}
                      kata kunci untuk membaca /metrics dari mesin lain
                      word with which /metrics is read from elsewhere
  GUYUB_LOG=debug     catatan lengkap · everything in the log

Cadangan otomatis, lewat lingkungan · backups by themselves, by the environment:
${Object.values(BACKUP_NAMES)
  .map((name) => `  ${name}`)
  .join('\n')}
`

const WANTED: Record<Wanted, readonly [id: string, en: string]> = {
  port: ['angka 0 sampai 65535', 'a number from 0 to 65535'],
  url: [
    'alamat seperti https://guyub.kampus.ac.id, tanpa bagian di belakangnya',
    'an address like https://guyub.kampus.ac.id, with nothing behind it',
  ],
  positiveNumber: ['bilangan bulat mulai dari 1', 'a whole number from 1 on'],
  path: ['tidak boleh kosong', 'must not be empty'],
  longWord: [
    'paling sedikit 16 huruf atau angka, tanpa spasi',
    '16 letters or digits at least, no spaces',
  ],
}

export function optionsErrorWords(error: OptionsError): string {
  if (error.type === 'unknownFlag') {
    return both(
      `Pilihan tidak dikenal. ${error.text}\nLihat: npm start -- --help`,
      'Unknown option. See: npm start -- --help',
    )
  }
  const { name, value } = error
  const [id, en] = WANTED[error.wanted]
  return both(
    `${name}: "${value}" tidak bisa dipakai (${id}).`,
    `${name}: "${value}" won't do (${en}).`,
  )
}

export function startErrorWords(error: StartError, port: number, data: string): string {
  switch (error.type) {
    case 'dataFile':
      return dataFileWords(error.error, data)
    case 'portTaken':
      return both(
        `Port ${port} sudah dipakai program lain, mungkin Guyub yang masih berjalan. Hentikan program itu, atau pilih port lain: npm start -- --port ${port + 1}`,
        `Port ${port} is taken by another program, maybe a Guyub that is still running. Stop it, or choose another port: npm start -- --port ${port + 1}`,
      )
    case 'cannotListen':
      return both(
        `Tidak bisa mendengarkan di port ${port}: ${error.cause.message}. Periksa --host dan --port.`,
        `Cannot listen on port ${port}: ${error.cause.message}. Check --host and --port.`,
      )
  }
}

export function dataFileWords(error: DataFileError, data: string): string {
  switch (error.type) {
    case 'notAFile':
      return both(
        `${data} bukan berkas biasa (mungkin folder atau perangkat). Tidak ada yang diubah. Pilih berkas lain dengan --data.`,
        `${data} is no regular file (maybe a folder or a device). It was left as it is. Choose another with --data.`,
      )
    case 'notSqlite':
      return both(
        `${data} bukan berkas data Guyub. Berkas itu tidak diubah. Pilih berkas lain dengan --data.`,
        `${data} is not a Guyub data file. It was left as it is. Choose another with --data.`,
      )
    case 'notOurs':
      return both(
        `${data} adalah basis data program lain. Berkas itu tidak diubah. Pilih berkas lain dengan --data.`,
        `${data} is another program's database. It was left as it is. Choose another with --data.`,
      )
    case 'newer':
      return both(
        `${data} ditulis oleh Guyub yang lebih baru (versi data ${error.version}; program ini mengenal sampai ${error.known}). Berkas itu tidak diubah. Perbarui Guyub dulu.`,
        `${data} was written by a newer Guyub (data version ${error.version}; this program knows up to ${error.known}). It was left as it is. Update Guyub first.`,
      )
    case 'inUse':
      return both(
        `${data} sedang dipakai Guyub lain di komputer ini. Hentikan yang itu dulu, atau pilih berkas lain dengan --data.`,
        `${data} is in use by another Guyub on this machine. Stop that one first, or choose another file with --data.`,
      )
    case 'damaged':
      return both(
        `${data} tidak bisa dibaca (${reasonOf(error.cause)}). Berkas itu tidak diubah. Simpan salinannya sebelum mencoba apa pun.`,
        `${data} cannot be read (${reasonOf(error.cause)}). It was left as it is. Keep a copy before you try anything.`,
      )
    case 'notWritable':
      return both(
        `Tidak bisa menulis ke ${data} (${reasonOf(error.cause)}). Periksa izin dan sisa ruang, atau pilih tempat lain dengan --data.`,
        `Cannot write to ${data} (${reasonOf(error.cause)}). Check permissions and free space, or choose another place with --data.`,
      )
  }
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause)
