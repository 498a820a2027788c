import { drawnIn, fontFaults } from './archive-content.ts'
import { isDictionary, isName, isStream, isText, type PdfDictionary, type PdfObjects, type PdfValue } from './pdf-objects.ts'

/** Keys a dictionary of ours may have. Anything else (actions, forms, attached files, layers, transparency) has not been gone through. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  Catalog: ['Type', 'Pages', 'Lang', 'ViewerPreferences', 'Metadata', 'OutputIntents'],
  Pages: ['Type', 'Count', 'Kids'],
  Page: ['Type', 'Parent', 'Resources', 'MediaBox', 'Contents'],
  Font: [
    'Type',
    'Subtype',
    'BaseFont',
    'Encoding',
    'DescendantFonts',
    'ToUnicode',
    'CIDSystemInfo',
    'FontDescriptor',
    'DW',
    'W',
    'CIDToGIDMap',
  ],
  FontDescriptor: ['Type', 'FontName', 'Flags', 'FontBBox', 'ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'StemV', 'FontFile2'],
  XObject: ['Type', 'Subtype', 'Width', 'Height', 'ColorSpace', 'BitsPerComponent', 'Filter', 'DecodeParms', 'Length'],
  Metadata: ['Type', 'Subtype', 'Length'],
  ObjStm: ['Type', 'N', 'First', 'Length', 'Filter'],
}
const allowedFilters = ['FlateDecode', 'DCTDecode']
const mostNested = 12

function nameOf(value: PdfValue | undefined): string {
  return isName(value) ? value.name : ''
}

/** 6.1.2, 6.1.3: first lines, name of the file, nothing secret. */
function frameFaults(bytes: Buffer, { trailer }: PdfObjects): string[] {
  const [first = '', second = ''] = bytes.toString('latin1', 0, 40).split('\n')
  const id = trailer.get('ID')
  return [
    ...(/^%PDF-1\.[0-7]$/.test(first) ? [] : ['6.1.2: the first line is not that of PDF 1.7 or earlier']),
    ...(/^%[\x80-\xff]{4,}$/.test(second) ? [] : ['6.1.2: the second line does not say that bytes follow']),
    ...(Array.isArray(id) && id.length === 2 && id.every((part) => isText(part) && part.text.length > 0)
      ? []
      : ['6.1.3: the file has no ID']),
    ...(trailer.has('Encrypt') ? ['6.1.3: the file is encrypted'] : []),
  ]
}

/** 6.1.7.2, 6.1.13 and the keys of what has a type, in every object. */
function objectFaults(value: PdfValue, depth = 0): string[] {
  if (depth > mostNested) return ['values are nested too deeply']
  if (typeof value === 'number') return Math.abs(value) > 2 ** 31 - 1 ? ['6.1.13: a number is too large'] : []
  if (isText(value)) return value.text.length > 32_767 ? ['6.1.13: a text is too long'] : []
  if (isName(value)) return Buffer.byteLength(value.name) > 127 ? ['6.1.13: a name is too long'] : []
  if (Array.isArray(value)) return (value as readonly PdfValue[]).flatMap((part) => objectFaults(part, depth + 1))
  if (isStream(value)) {
    const filter = nameOf(value.dictionary.get('Filter'))
    const outside = ['F', 'FFilter', 'FDecodeParms'].filter((key) => value.dictionary.has(key))
    return [
      ...objectFaults(value.dictionary, depth),
      ...(filter === '' || allowedFilters.includes(filter) ? [] : [`6.1.7.2: the filter ${filter}`]),
      ...outside.map((key) => `6.1.7.1: a stream outside the file (${key})`),
    ]
  }
  if (!isDictionary(value)) return []
  const type = nameOf(value.get('Type'))
  const known = allowed[type]
  const strange = known === undefined ? [] : [...value.keys()].filter((key) => !known.includes(key))
  return [
    ...strange.map((key) => `${type}: ${key} has not been gone through`),
    ...[...value.values()].flatMap((part) => objectFaults(part, depth + 1)),
  ]
}

/** 6.2.3: one intent, an RGB profile for screens of version 4 or earlier. */
function intentFaults(file: PdfObjects, catalogue: PdfDictionary): string[] {
  const intents = catalogue.get('OutputIntents')
  const [intent] = Array.isArray(intents) ? (intents as PdfValue[]) : []
  if (!isDictionary(intent) || nameOf(intent.get('S')) !== 'GTS_PDFA1') return ['6.2.3: no output intent of PDF/A']
  const profile = file.objects.get((intent.get('DestOutputProfile') as { ref?: number } | undefined)?.ref ?? 0)
  if (!isStream(profile)) return ['6.2.3: the output intent has no profile']
  const { data, dictionary } = profile
  const right =
    data.length >= 132 &&
    data.readUInt32BE(0) === data.length &&
    (data[8] ?? 9) <= 4 &&
    data.toString('latin1', 12, 20) === 'mntrRGB ' &&
    data.toString('latin1', 36, 40) === 'acsp' &&
    dictionary.get('N') === 3
  return right ? [] : ['6.2.3: the profile is not one of RGB screens']
}

/** Properties by the names their vocabularies give them. */
const properties = new Set([
  'dc:title',
  'dc:description',
  'dc:creator',
  'xmp:CreatorTool',
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'pdf:Producer',
  'pdfaid:part',
  'pdfaid:conformance',
])
const vocabularies: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
}

function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, end = '', name = '', self = ''] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end === '/') {
      if (open.pop() !== name) return false
    } else if (self !== '/') open.push(name)
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xml)
}

/** 6.6.2, 6.6.4: the description says PDF/A-2b, in vocabularies everybody knows, and can be read without unpacking. */
function descriptionFaults(file: PdfObjects, catalogue: PdfDictionary): string[] {
  const stream = file.objects.get((catalogue.get('Metadata') as { ref?: number } | undefined)?.ref ?? 0)
  if (!isStream(stream)) return ['6.6.2.1: no description']
  const xml = stream.data.toString('utf8')
  const [, begin = ''] = /^<\?xpacket begin="\ufeff"([^?]*)\?>/.exec(xml) ?? []
  const said = [...xml.matchAll(/<((?:dc|xmp|pdf|pdfaid):\w+)>/g)].map(([, property = '']) => property)
  return [
    ...(stream.dictionary.has('Filter') ? ['the description is compressed'] : []),
    ...(begin.includes('id="W5M0MpCehiHzreSzNTczkc9d"') && !/bytes|encoding/.test(begin) ? [] : ['6.6.2.1: the description has no head']),
    ...(isWellFormed(xml) ? [] : ['6.6.2.1: the description is no XML']),
    ...said.filter((property) => !properties.has(property)).map((property) => `6.6.2.3: ${property} is in no known vocabulary`),
    ...Object.entries(vocabularies)
      .filter(([prefix, address]) => !xml.includes(`xmlns:${prefix}="${address}"`))
      .map(([prefix]) => `6.6.2.3: ${prefix} is another vocabulary`),
    ...(xml.includes('<pdfaid:part>2</pdfaid:part>') && xml.includes('<pdfaid:conformance>B</pdfaid:conformance>')
      ? []
      : ['6.6.4: the description does not say PDF/A-2b']),
  ]
}

/** 6.2.2, 6.1.13: each page names its own fonts and has a size readers take. */
function pageFaults(page: PdfDictionary): string[] {
  const [left, bottom, right, top] = (page.get('MediaBox') ?? []) as number[]
  const sides = [(right ?? 0) - (left ?? 0), (top ?? 0) - (bottom ?? 0)]
  return [
    ...(page.has('Resources') ? [] : ['6.2.2: a page inherits its fonts']),
    ...(sides.every((side) => side >= 3 && side <= 14_400) ? [] : ['6.1.13: a page is too small or too large']),
  ]
}

/** 6.2.4.3, 6.2.8: sRGB or grey, whole bytes, nothing that shines through. */
function pictureFaults(picture: PdfValue | undefined): string[] {
  if (!isStream(picture) || nameOf(picture.dictionary.get('Subtype')) !== 'Image') return ['6.2.9: what is put on a page is no picture']
  const space = picture.dictionary.get('ColorSpace')
  const base = Array.isArray(space) ? (space as PdfValue[])[1] : space
  return [
    ...(['DeviceGray', 'DeviceRGB'].includes(nameOf(base)) ? [] : ['6.2.4.3: a picture in other colours']),
    ...(picture.dictionary.get('BitsPerComponent') === 8 ? [] : ['6.2.8: a picture of other depth']),
  ]
}

/**
 * What of ISO 19005-2, level B, a file of ours breaks, each with its clause. It knows only what our writer uses and names
 * all else as not gone through; it is no validator for files of others.
 */
export function archiveFaults(bytes: Buffer, file: PdfObjects): string[] {
  const { objects, trailer } = file
  const catalogue = objects.get((trailer.get('Root') as { ref: number }).ref)
  if (!isDictionary(catalogue)) return ['no catalogue']
  const pages = [...objects.values()].filter((value): value is PdfDictionary => isDictionary(value) && nameOf(value.get('Type')) === 'Page')
  const resources = objects.get((pages[0]?.get('Resources') as { ref?: number } | undefined)?.ref ?? 0)
  const named = (kind: string): PdfDictionary =>
    isDictionary(resources) && isDictionary(resources.get(kind)) ? (resources.get(kind) as PdfDictionary) : new Map()
  const at = (kind: string, name: string): PdfValue | undefined =>
    objects.get((named(kind).get(name) as { ref?: number } | undefined)?.ref ?? 0)
  const { fonts, pictures, faults } = drawnIn(file, pages)
  return [
    ...file.faults,
    ...frameFaults(bytes, file),
    ...[...objects.values()].flatMap((value) => objectFaults(value)),
    ...pages.flatMap(pageFaults),
    ...intentFaults(file, catalogue),
    ...descriptionFaults(file, catalogue),
    ...faults,
    ...[...fonts].flatMap(([name, codes]) => {
      const font = at('Font', name)
      return isDictionary(font) ? fontFaults(file, font, codes) : [`6.2.2: the font ${name} is not named`]
    }),
    ...[...pictures].flatMap((name) => pictureFaults(at('XObject', name))),
  ]
}
