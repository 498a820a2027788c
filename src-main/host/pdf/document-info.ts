import { textString, type PdfFile } from './pdf-file.ts'
import { srgbProfile } from './srgb-profile.ts'

/**
 * What a document says about itself, given by the caller: the same pages and the same meta give the same bytes.
 * `createdAt`: an instant in UTC. `number`, `station`: '' where there is none.
 */
export type PdfMeta = { readonly title: string; readonly createdAt: string; readonly number?: string; readonly station?: string }

export const program = '三包站 Sanbao Station'

function dateOf(instant: string): string {
  return `(D:${instant.slice(0, 19).replace(/\D/g, '')}Z)`
}

export function infoOf({ title, createdAt, number = '', station = '' }: PdfMeta): string {
  const subject = number === '' ? '' : `/Subject${textString(number)}`
  const author = station === '' ? '' : `/Author${textString(station)}`
  return `<</Title${textString(title)}${subject}${author}/Creator${textString(program)}/Producer${textString(program)}/CreationDate${dateOf(createdAt)}/ModDate${dateOf(createdAt)}>>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The same again in XML, with the claim to be PDF/A-2b. */
function descriptionOf({ title, createdAt, number = '', station = '' }: PdfMeta): string {
  const date = `${createdAt.slice(0, 19)}Z`
  const plain = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`
  const inAnyLanguage = (name: string, text: string): string =>
    text === '' ? '' : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></${name}>`
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
    inAnyLanguage('dc:title', title),
    inAnyLanguage('dc:description', number),
    station === '' ? '' : `<dc:creator><rdf:Seq>${plain('rdf:li', station)}</rdf:Seq></dc:creator>`,
    plain('xmp:CreatorTool', program),
    plain('xmp:CreateDate', date),
    plain('xmp:ModifyDate', date),
    plain('pdf:Producer', program),
    plain('pdfaid:part', '2'),
    plain('pdfaid:conformance', 'B'),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}

/** What PDF/A-2b demands besides embedded fonts: the description, and what the colours mean. Every paper has it: it costs a kilobyte. */
function archivalEntries(file: PdfFile, meta: PdfMeta): string {
  const description = file.plainStream('/Type/Metadata/Subtype/XML', Buffer.from(descriptionOf(meta), 'utf8'))
  const profile = file.stream('/N 3', srgbProfile())
  const intent = `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile ${profile} 0 R>>`
  return `/Metadata ${description} 0 R/OutputIntents[${intent}]`
}

/** Readers show the title, and print at true size: a form that is scaled fits no stock. */
export function catalogueOf(file: PdfFile, tree: number, meta: PdfMeta): string {
  return `<</Type/Catalog/Pages ${tree} 0 R/Lang${textString('zh-CN')}/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>${archivalEntries(file, meta)}>>`
}
