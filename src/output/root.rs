//! The files at the root of the output, for all portals together. They list no portal.

use crate::render::CONTENT_SECURITY_POLICY;

/// What every page and file is served with, by name and value.
pub const HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Robots-Tag", "noindex, nofollow, noarchive"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Name and contents: `_headers` for hosts that read it, `.nojekyll` for one that would leave files out, and
/// `robots.txt`.
pub fn root_files() -> [(&'static str, String); 3] {
    [("_headers", headers()), (".nojekyll", String::new()), ("robots.txt", "User-agent: *\nDisallow: /\n".to_owned())]
}

fn headers() -> String {
    let mut out = "/*\n".to_owned();
    for (name, value) in HEADERS {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    out.push_str(&format!("  Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'\n"));
    // Boxes are named after what is in them, so they never change; all else is asked for each time.
    out.push_str("/:portal/b/*\n  Cache-Control: public, max-age=31536000, immutable\n");
    out.push_str("/:portal/m/*\n  Cache-Control: no-cache\n");
    out.push_str("/:portal/access.json\n  Cache-Control: no-cache\n");
    out
}
