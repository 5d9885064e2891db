/// Pages of invented outlets, with the furniture that real ones have.
enum HTMLPages {
  /// A news page as large outlets make them: menus, cookie text, share bar, newsletter box, related
  /// reports, comments; JSON-LD; figures, a block quote, a list and a credit line.
  static let bridge = """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <title>Two killed as Kestrel bridge closes | Harbour Herald</title>
    <link rel="canonical" href="/world/2026/03/04/kestrel-bridge-closes">
    <meta property="og:title" content="Two killed as Kestrel bridge closes | Harbour Herald">
    <meta property="og:site_name" content="Harbour Herald">
    <meta property="og:description" content="Norland blames Sudland for the shelling; Sudland denies it.">
    <meta property="article:section" content="World">
    <style>.menu { color: red }</style>
    <script>var words = "Norland never said this in a script.";</script>
    <script type="application/ld+json">
    {"@context": "https://schema.org", "@graph": [
      {"@type": "Organization", "@id": "#herald", "name": "Harbour Herald"},
      {"@type": "NewsArticle", "headline": "Two killed as Kestrel bridge closes",
       "datePublished": "2026-03-04T07:30:00+01:00", "dateModified": "2026-03-04T09:05:00+01:00",
       "author": [{"@type": "Person", "name": "By Ana Ruiz"}, {"@type": "Person", "name": "Tomas O&#039;Dell"}],
       "publisher": {"@id": "#herald"}},
    ]}
    </script>
    </head>
    <body class="single has-sidebar">
    <div id="cookie-consent"><p>This website uses cookies to give you the best reading, as every website does.</p></div>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <div class="skip-link"><a href="#main">Skip to the main part of the page</a></div>
    <main>
    <article class="story category-comments-and-views">
    <header>
    <h1>Two killed as Kestrel bridge closes</h1>
    <p class="standfirst">Norland blames Sudland for the shelling; Sudland denies it.</p>
    <div class="byline">By <a rel="author" href="/ana">Ana Ruiz</a> and Tomas O'Dell</div>
    <time datetime="2026-03-04T07:30:00+01:00">4 March 2026</time>
    <div class="share-bar"><a href="#">Share on one network, and then on another one, if you like.</a></div>
    </header>
    <figure><img src="bridge.jpg"><figcaption>The Kestrel bridge on Tuesday evening. <span class="credit">Ida Holm/Coastal News Agency</span></figcaption></figure>
    <div class="article-body">
    <p>SALTPORT — Norland shut the Kestrel bridge on Tuesday after at least two people were killed there, the <a href="/t">transport ministry</a> said in a statement.</p>
    <p>Advertisement</p>
    <p>The army assessed that shells were fired from Sudland&rsquo;s side early Tuesday, its spokesperson Ilse Brandt said.</p>
    <aside class="newsletter-signup"><p>Every morning the five reports that matter, and one that does not, sent to you by our editors.</p></aside>
    <h2>“They will answer for it”</h2>
    <blockquote><p>They fired on civilians, and they will answer for it.</p></blockquote>
    <p>Brandt named three places that were hit:</p>
    <ul><li>the toll house on the northern bank,</li><li>a bus stop, and</li><li>the ferry landing.</li></ul>
    <p><strong>Read more: <a href="/old">How the Kestrel bridge was built, and why it took nine years</a></strong></p>
    <p>Sudland&#8217;s foreign minister, Ivo&nbsp;Maric, confirmed only that the border was closed.<br><br>He would not take questions.</p>
    <p hidden>This paragraph is shown to nobody, though it is as long as the others are.</p>
    <p>With files from the Coastal News Agency.</p>
    </div>
    <h3>More from World</h3>
    <ul class="related-stories"><li><a href="/a">Ferries are full</a><p>Passengers waited for six hours on the southern bank, the port said on Wednesday.</p></li></ul>
    </article>
    <section id="comments"><h2>Comments</h2><p>I crossed that bridge every day for nine years, and nobody ever asked me about it.</p></section>
    </main>
    <footer><p>Copyright Harbour Herald. All rights reserved, and so are all the lefts of this page.</p></footer>
    </body></html>
    """

  /// A small outlet's page: no JSON-LD, microdata, two line breaks for a new paragraph.
  static let ferry = """
    <html><head><title>Ferry service resumes - Saltport Post</title>
    <meta name="description" content="The ferry runs again."></head><body>
    <div id="top"><a href="/">Saltport Post</a> <a href="/sport">Sport</a></div>
    <h1>Ferry service resumes</h1>
    <span itemprop="author" itemscope><span itemprop="name">Mira Lind</span></span>
    Published on 5 March 2026 at 4.15 p.m.
    <div id="text">The ferry between Saltport and Eastmoor runs again, the harbour office said on Thursday.<br><br>
    It had stopped on Tuesday, after shells fell near the landing, and nobody was hurt on board.<br><br>
    Mira Lind</div>
    <div class="related"><a href="/1">Bridge closed</a></div>
    </body></html>
    """
}
