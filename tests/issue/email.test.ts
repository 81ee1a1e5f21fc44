import { describe, expect, it } from 'vitest';
import { readIssue } from '../../src/issue/index.js';
import { droppedOf, outlineOf, read, scriptOf, TODAY } from './reading.js';

const HEADERS = `Delivered-To: joanna.k@reader.example
Received: from mx.example by mx2.example; Fri, 15 May 2026 06:31:00 +0000
From: =?UTF-8?Q?The_Pl=C3=BCm?= <hello@plum.example>
To: Joanna Kowalska <joanna.k@reader.example>
Subject: =?UTF-8?B?UGzDvG1zIGFyZSByaXBl?=
Date: Thu, 14 May 2026 23:30:00 -0700
MIME-Version: 1.0
`;

const HTML = `<html><body><div style="display:none">A preview of plums</div>
<table role="presentation"><tr><td><a href="https://plum.example/view?e=joanna.k%40reader.example">View in browser</a></td></tr>
<tr><td><p>Hi Joanna,</p><p>The pl=FCms are ripe.</p><h2><a href="https://plum.us1.list-manage.com/track/click?u=3D1&e=3Djoanna">Jam</a></h2><p>It is sweet. <a href="https://jam.example/?utm_source=3Dx&page=3D2">Read on</a></p></td></tr>
<tr><td>You are receiving this at joanna.k@reader.example. <a href="#">Unsubscribe</a></td></tr></table>
<img src="https://t.example/open?e=joanna.k@reader.example" width="1" height="1"></body></html>`;

const MAIL = `${HEADERS}Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from('Hi Joanna,\n\nThe plüms are ripe.\n').toString('base64')}
--b
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

${HTML.replace(/="/g, '=3D"').replace(/style=3D"display/, 'style=3D"display')}
--b--
`;

describe('mails', () => {
  it('take title and date from the headers and the HTML part before the text', async () => {
    const issue = await read(MAIL, 'plum.eml');
    expect([issue.title, issue.date, issue.slug]).toEqual([
      'Plüms are ripe',
      '2026-05-14',
      '2026-05-14-pluems-are-ripe',
    ]);
    expect(await outlineOf(MAIL, 'plum.eml')).toEqual([
      'letter: Letter',
      '  paragraph: Hi,',
      '  paragraph: The plüms are ripe.',
      'story: Jam',
      '  title: Jam',
      '  paragraph: It is sweet. Read on',
    ]);
  });

  it('say why the rest is left out', async () => {
    expect(await droppedOf(MAIL, 'plum.eml')).toEqual([
      'hidden-element: A preview of plums',
      'view-in-browser: View in browser',
      'unsubscribe-line: You are receiving this at your address. Unsubscribe',
    ]);
  });

  it('keep the reader and links made for him out of issue and script', async () => {
    const issue = await read(MAIL, 'plum.eml');
    const all = JSON.stringify([issue, await scriptOf(MAIL, 'plum.eml')]);
    expect(all).not.toMatch(/joanna|kowalska|list-manage|utm_/i);
    expect(all).toContain('https://jam.example/?page=2');
  });

  it('keep the reader’s name out of what the service prints in the foot', async () => {
    const mail = MAIL.replace('You are receiving', 'Name: Joanna Kowalska<br>You are receiving');
    expect(JSON.stringify([await read(mail, 'plum.eml'), await scriptOf(mail, 'plum.eml')])).not.toMatch(
      /joanna|kowalska/i,
    );
  });

  it('read the text part where there is no HTML', async () => {
    const mail = `${HEADERS}Content-Type: text/plain; charset=utf-8\n\nDear readers,\n\nThe plums are ripe.\n\nYours,\nAnn\n`;
    expect(await outlineOf(mail)).toEqual([
      'letter: Plüms are ripe',
      '  paragraph: Dear readers,',
      '  paragraph: The plums are ripe.',
      '  paragraph: Yours,',
      '  paragraph: Ann',
    ]);
  });

  it('are refused in one sentence when their parts are nested beyond reason', async () => {
    let body = 'Content-Type: text/plain\n\nhello';
    for (let i = 0; i < 300; i++)
      body = `Content-Type: multipart/mixed; boundary="x${i}"\n\n--x${i}\n${body}\n--x${i}--\n`;
    await expect(
      readIssue({ bytes: Buffer.from(`${HEADERS}${body}`), name: 'deep.eml' }, { today: TODAY }),
    ).rejects.toThrow("deep.eml looks like an e-mail but can't be read as one");
  });
});
