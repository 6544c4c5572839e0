//! The files at the root of the output, for all portals together. They list no portal.

use crate::render::CONTENT_SECURITY_POLICY;

/// What every page and file is served with, by name and value.
pub fn headers() -> [(&'static str, String); 7] {
    [
        ("Content-Security-Policy", format!("{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("X-Frame-Options", "DENY".to_owned()),
        ("X-Robots-Tag", "noindex, nofollow, noarchive".to_owned()),
    ]
}

/// What a file of ours begins with, so that nobody else's is written over.
pub(super) const MARK: &str = "# Written by Vestibule.\n";

/// Name and contents: `_headers` for hosts that read it, `.nojekyll` for one that would leave files out, and
/// `robots.txt`.
pub fn root_files() -> [(&'static str, String); 3] {
    let robots = format!("{MARK}User-agent: *\nDisallow: /\n");
    [("_headers", headers_file()), (".nojekyll", String::new()), ("robots.txt", robots)]
}

fn headers_file() -> String {
    let mut out = format!("{MARK}/*\n");
    for (name, value) in headers() {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    // Boxes are named after what is in them, so they never change. So are the gate's styles and scripts, but an asterisk
    // means the same everywhere only at the end of a path: those are kept for as long as the host says.
    out.push_str("/:portal/b/*\n  Cache-Control: public, max-age=31536000, immutable\n");
    out.push_str("/:portal/m/*\n  Cache-Control: no-cache\n");
    out.push_str("/:portal/access.json\n  Cache-Control: no-cache\n");
    out
}
