 filedesc://a.arc 0.0.0.0 20260304093000 text/plain 9
1 0 A
URL

https://example.org/a 10.0.0.1 20260304093000 text/html 48
HTTP/1.1 200 OK
Content-Type: text/html

<p>Shut
