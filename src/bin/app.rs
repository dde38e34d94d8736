//! Mounts the single-page app.

fn main() {
    parallax::app::start();
}
