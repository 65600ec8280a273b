// Made from digest.mjml by local/mail-template.ts; change that file and run this one.
export const digestTemplate = `<!doctype html>
<html lang="{{language}}" dir="ltr" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>{{subject}}</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root { color-scheme: light dark; supported-color-schemes: light dark; }
h1, h2, h3, p, ul, li, td { font-family: -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif; }
a:hover { text-decoration: none !important; }
@media only screen and (max-width: 479px) {
.sheet td.in, .edge > table > tbody > tr > td { padding-left: 16px !important; padding-right: 16px !important; }
}
@media (prefers-color-scheme: dark) {
body, .page, .page > div { background-color: #12161b !important; }
.sheet, .sheet > table { background: #1d232b !important; background-color: #1d232b !important; }
.sheet, .sheet div, .sheet h1, .sheet h2, .sheet h3, .sheet p, .sheet li { color: #e8ecf1 !important; }
.sheet .bar td { border-right-color: #1d232b !important; }
.sheet .m, .foot .m { color: #aeb8c4 !important; }
.sheet a, .foot a { color: #8ab8f0 !important; }
.sheet .in { border-top-color: #39424d !important; }
.sheet .pressing { color: #f28b82 !important; }
{{#tones}}
.sheet .f-{{status}} { background-color: {{dark}} !important; color: #12161b !important; }
.sheet .e-{{status}} { border-left-color: {{dark}} !important; }
{{/tones}}
}
</style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
</head>
<body  class="page" style="word-spacing:normal;background-color:#eef1f5;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">{{preheader}}</div>
<div
aria-label="{{subject}}" aria-roledescription="email" role="article" lang="{{language}}" dir="ltr" style="word-spacing:normal;background-color:#eef1f5;"
>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="foot-outlook" role="presentation" style="width:680px;" width="680" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="foot" style="margin:0px auto;max-width:680px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:16px 0 10px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="edge-outlook" style="vertical-align:top;width:680px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix edge" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="left" style="font-size:0px;padding:0 28px;word-break:break-word;"
>
<div
style="font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:13px;line-height:18px;text-align:left;color:#1b2430;"
><p class="m" style="margin:0;color:#545e6b"><strong>{{product}}</strong> · {{night}}</p></div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="sheet-outlook" role="presentation" style="width:680px;" width="680" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="sheet" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:680px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:22px 0 8px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="edge-outlook" style="vertical-align:top;width:680px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix edge" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="left" style="font-size:0px;padding:0 28px;word-break:break-word;"
>
<div
style="font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:15px;line-height:22px;text-align:left;color:#1b2430;"
><h1 style="margin:0;font-size:24px;line-height:30px;font-weight:700">{{headline}}</h1></div>
</td>
</tr>
<tr>
<td
align="left" style="font-size:0px;padding:8px 28px 0;word-break:break-word;"
>
<div
style="font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:15px;line-height:22px;text-align:left;color:#1b2430;"
>{{#introduction}}<p style="margin:0 0 4px">{{.}}</p>{{/introduction}}{{#table}}<p style="margin:0 0 4px">{{.}}</p>{{/table}}</div>
</td>
</tr>
{{#hasBar}}
<tr><td class="in" style="padding:14px 28px 0;font-size:13px;line-height:18px;color:#1b2430">
<p class="m" style="margin:0 0 6px;color:#545e6b">{{barTitle}}</p>
<table class="bar" role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;table-layout:fixed"><tr>{{#bar}}<td class="f-{{status}}" width="{{width}}%" height="14" bgcolor="{{fill}}" style="width:{{width}}%;height:14px;line-height:14px;font-size:1px;background-color:{{fill}};color:{{fill}}{{^last}};border-right:2px solid #ffffff{{/last}}">&nbsp;</td>{{/bar}}</tr></table>
<p style="margin:8px 0 0;font-size:14px;line-height:26px">{{#bar}}<span class="f-{{status}}" style="white-space:nowrap;background-color:{{fill}};color:#ffffff;padding:2px 8px;border-radius:3px;margin-right:6px">{{label}}</span> {{/bar}}</p>
</td></tr>
{{/hasBar}}
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="sheet-outlook" role="presentation" style="width:680px;" width="680" bgcolor="#ffffff" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="sheet" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:680px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:8px 0 0;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:680px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
{{#organisations}}
<tr><td class="in e-{{status}}" style="padding:18px 28px 16px 24px;border-top:1px solid #d5dae1;border-left:4px solid {{fill}};font-size:15px;line-height:22px;color:#1b2430;word-break:break-word;overflow-wrap:anywhere">
<h2 style="margin:0;font-size:18px;line-height:24px;font-weight:700"><span dir="auto">{{name}}</span></h2>
<p class="m" style="margin:2px 0 0;font-size:13px;line-height:22px;color:#545e6b"><span class="f-{{status}}" style="background-color:{{fill}};color:#ffffff;padding:2px 8px;border-radius:3px;font-weight:600">{{statusLabel}}</span> &nbsp;{{businessId}}</p>
{{#matters}}
<h3 style="margin:12px 0 0;font-size:15px;line-height:22px;font-weight:700">{{title}}</h3>
<p{{#pressing}} class="pressing"{{/pressing}} style="margin:0{{#pressing}};font-weight:700;color:#b3261e{{/pressing}}">{{when}}</p>
{{#details}}<p style="margin:2px 0 0">{{.}}</p>{{/details}}
{{#next}}<p style="margin:4px 0 0"><span class="m" style="color:#545e6b">{{label}}:</span> {{text}}</p>{{/next}}
{{#basis}}<p class="m" style="margin:4px 0 0;font-size:13px;line-height:19px;color:#545e6b">{{label}}: {{text}}</p>{{/basis}}
{{/matters}}
{{#stillOverdue}}<p style="margin:10px 0 0">{{.}}</p>{{/stillOverdue}}
<p style="margin:10px 0 0"><a href="{{link}}" style="color:#0b5394;text-decoration:underline">{{linkText}}</a> &nbsp; <a href="{{trace}}" style="color:#0b5394;text-decoration:underline">{{traceText}}</a> &nbsp; <a href="{{report}}" style="color:#0b5394;text-decoration:underline">{{reportText}}</a></p>
</td></tr>
{{/organisations}}
{{#brief}}
<tr><td class="in" style="padding:18px 28px 16px;border-top:1px solid #d5dae1;font-size:14px;line-height:20px;color:#1b2430;word-break:break-word;overflow-wrap:anywhere">
<h2 style="margin:0 0 6px;font-size:18px;line-height:24px">{{title}}</h2>
{{#lines}}<p style="margin:0 0 8px"><a href="{{link}}" style="color:#0b5394"><span dir="auto">{{name}}</span></a> {{businessId}}<br>{{line}} <a href="{{report}}" style="color:#0b5394">{{reportText}}</a></p>{{/lines}}
</td></tr>
{{/brief}}
{{#uncounted}}<tr><td class="in" style="padding:14px 28px;border-top:1px solid #d5dae1;font-size:15px;line-height:22px;color:#1b2430"><p style="margin:0;font-weight:600">{{.}}</p></td></tr>{{/uncounted}}
{{#moved}}
<tr><td class="in" style="padding:18px 28px 16px;border-top:1px solid #d5dae1;font-size:15px;line-height:22px;color:#1b2430;word-break:break-word;overflow-wrap:anywhere">
<h2 style="margin:0 0 6px;font-size:18px;line-height:24px">{{title}}</h2>
{{#acts}}
<p style="margin:0">{{act}}</p>
<p class="m" style="margin:4px 0 0;font-size:13px;line-height:19px;color:#545e6b">{{basis.label}}: {{basis.text}}</p>
{{#organisations}}
<p style="margin:14px 0 0"><strong><span dir="auto">{{name}}</span></strong> <span class="m" style="color:#545e6b;white-space:nowrap">{{businessId}}</span></p>
{{#moves}}
<h3 style="margin:6px 0 0;font-size:15px;line-height:22px;font-weight:700">{{title}}</h3>
<p style="margin:0">{{change}}</p>
{{#details}}<p style="margin:0">{{.}}</p>{{/details}}
{{/moves}}
<p style="margin:6px 0 0"><a href="{{link}}" style="color:#0b5394;text-decoration:underline">{{linkText}}</a> &nbsp; <a href="{{trace}}" style="color:#0b5394;text-decoration:underline">{{traceText}}</a> &nbsp; <a href="{{report}}" style="color:#0b5394;text-decoration:underline">{{reportText}}</a></p>
{{/organisations}}
{{#more}}<p style="margin:10px 0 0">{{.}}</p>{{/more}}
{{/acts}}
</td></tr>
{{/moved}}
{{#unregistered}}
<tr><td class="in" style="padding:18px 28px 16px;border-top:1px solid #d5dae1;font-size:15px;line-height:22px;color:#1b2430;word-break:break-word;overflow-wrap:anywhere">
<h2 style="margin:0;font-size:18px;line-height:24px">{{title}}</h2>
{{#counties}}
<h3 style="margin:12px 0 0;font-size:15px;line-height:22px;font-weight:700">{{title}}</h3>
{{#details}}<p style="margin:2px 0 0">{{.}}</p>{{/details}}
<p style="margin:4px 0 0"><span class="m" style="color:#545e6b">{{next.label}}:</span> {{next.text}}</p>
<p class="m" style="margin:4px 0 8px;font-size:13px;line-height:19px;color:#545e6b">{{basis.label}}: {{basis.text}}</p>
{{#producers}}<p style="margin:0 0 4px"><strong><span dir="auto">{{name}}</span></strong> <span class="m" style="color:#545e6b"><span style="white-space:nowrap">{{businessId}}</span>, {{since}}</span></p>{{/producers}}
{{#more}}<p style="margin:0 0 4px">{{.}}</p>{{/more}}
<p style="margin:6px 0 0"><a href="{{link}}" style="color:#0b5394;text-decoration:underline">{{linkText}}</a></p>
{{/counties}}
</td></tr>
{{/unregistered}}
{{#settled}}
<tr><td class="in" style="padding:18px 28px 16px;border-top:1px solid #d5dae1;font-size:15px;line-height:22px;color:#1b2430;word-break:break-word;overflow-wrap:anywhere">
<h2 style="margin:0 0 6px;font-size:18px;line-height:24px">{{title}}</h2>
{{#organisations}}<p style="margin:0 0 8px"><strong><span dir="auto">{{name}}</span></strong> <span class="m" style="color:#545e6b">{{businessId}}</span>{{#lines}}<br>{{.}}{{/lines}}</p>{{/organisations}}
{{#more}}<p style="margin:0">{{.}}</p>{{/more}}
</td></tr>
{{/settled}}
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="foot-outlook" role="presentation" style="width:680px;" width="680" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  class="foot" style="margin:0px auto;max-width:680px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:14px 0 28px;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="edge-outlook" style="vertical-align:top;width:680px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix edge" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="left" style="font-size:0px;padding:0 28px;word-break:break-word;"
>
<div
style="font-family:-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif;font-size:13px;line-height:19px;text-align:left;color:#545e6b;"
>{{#footer}}<p class="m" style="margin:0 0 6px;color:#545e6b">{{.}}</p>{{/footer}}<p class="m" style="margin:0;color:#545e6b">{{contactLead}} <a href="{{contactReport}}" style="color:#0b5394">{{contact}}</a>. {{reference}}</p></div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>
`;
