// SPDX-License-Identifier: BSL-1.0
// Runs at the end of a copy of a page, in a frame as wide as a screen, and tells the frame around it what a reader would
// complain of: a page that is wider than the screen, texts that are too small or cut, labels that leave their picture, and
// light boxes on a dark screen.
(() => {
    const least = 11; // px
    const faults = new Set();
    const quoted = text => '"' + text.trim().replace(/\s+/g, ' ').slice(0, 50) + '"';
    const page = document.documentElement;
    const width = page.clientWidth;

    // What opens by a click is read too.
    for (const details of document.querySelectorAll('details')) details.open = true;

    if (page.scrollWidth > width) faults.add(`the page is ${page.scrollWidth} px wide`);

    // The nearest ancestor that scrolls, or that cuts off what leaves it.
    const box_around = (element, kinds) => {
        for (let e = element; e && e !== page && e !== document.body; e = e.parentElement) {
            if (kinds.includes(getComputedStyle(e).overflowX)) return e;
        }
        return null;
    };
    let texts = 0;
    let labels = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.trim()) continue;
        const element = node.parentElement;
        const svg = element.closest('svg');
        // Not drawn: scripts, styles, and what a picture is called.
        if (element.closest('script, style') || (svg && !element.closest('text'))) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const at = svg ? element.getBoundingClientRect() : range.getBoundingClientRect();
        if (at.width === 0 || at.height === 0) continue;
        ++texts;
        const scale = svg ? element.getScreenCTM().a : 1;
        const size = scale * parseFloat(getComputedStyle(element).fontSize);
        if (size < least - 0.005) faults.add(`text of ${size.toFixed(2)} px: ${quoted(node.data)}`);
        const leaves = (box, what) => {
            const beyond = Math.max(box.left - at.left, at.right - box.right, box.top - at.top, at.bottom - box.bottom);
            if (beyond > 0.5) faults.add(`cut by ${what}, ${beyond.toFixed(1)} px of ${quoted(node.data)}`);
        };
        if (svg) {
            ++labels;
            leaves(svg.getBoundingClientRect(), 'its picture');
        } else {
            const cutting = box_around(element, ['hidden', 'clip']);
            if (cutting) leaves(cutting.getBoundingClientRect(), 'its box');
        }
        const scrolls = box_around(element, ['auto', 'scroll']);
        if (!scrolls && (at.left < -0.5 || at.right > width + 0.5)) faults.add(`beyond the screen: ${quoted(node.data)}`);
    }

    // A cell whose words stand over the next one's, and a first column that stays and leaves no room for the others.
    for (const cell of document.querySelectorAll('th, td, caption')) {
        if (cell.scrollWidth > cell.clientWidth + 1 && getComputedStyle(cell).display !== 'none' && cell.clientWidth > 0) {
            faults.add(`wider than its cell: ${quoted(cell.textContent)}`);
        }
        const box = box_around(cell, ['auto', 'scroll']);
        if (box && getComputedStyle(cell).position === 'sticky' && cell.matches('th') && box.scrollWidth > box.clientWidth &&
            cell.offsetWidth > 0.6 * box.clientWidth) {
            faults.add(`leaves no room for what scrolls beside it: ${quoted(cell.textContent)}`);
        }
    }
    // Relative luminance by WCAG 2.1, of what is seen: a background, or the fill of a shape.
    const luminance = colour => {
        const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
        const linear = x => (x / 255 <= 0.03928 ? x / 255 / 12.92 : ((x / 255 + 0.055) / 1.055) ** 2.4);
        return a < 0.5 ? 0 : 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    if (matchMedia('(prefers-color-scheme: dark)').matches) {
        for (const element of document.querySelectorAll('body, body *')) {
            const box = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            const colour = element.matches('svg rect, svg path, svg circle') ? style.fill : style.backgroundColor;
            if (box.width * box.height > 400 && luminance(colour) > 0.7) {
                faults.add(`a light box on a dark screen: ${element.localName} ${quoted(element.textContent)}`);
            }
        }
    }
    parent.postMessage({ frame: window.name, texts, labels, faults: [...faults] }, '*');
})();
