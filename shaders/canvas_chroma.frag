#version 330 core
// The two chroma planes of the canvas in one pass. A left-sited sample lies on the left luma column and between the two rows:
// weights 1 2 1 across, 1 1 down.

uniform sampler2D uCanvasPicture;
uniform vec3 uUWeights; // code (0..1) per colour
uniform vec3 uVWeights;

layout(location = 0) out vec4 oU;
layout(location = 1) out vec4 oV;

vec3 column(int x, int y)
{
    return texelFetch(uCanvasPicture, ivec2(x, y), 0).rgb + texelFetch(uCanvasPicture, ivec2(x, y + 1), 0).rgb;
}

void main()
{
    ivec2 at = ivec2(gl_FragCoord.xy) * 2;
    vec3 rgb = (column(max(at.x - 1, 0), at.y) + 2.0 * column(at.x, at.y) + column(at.x + 1, at.y)) / 8.0;
    oU = vec4(dot(rgb, uUWeights) + 128.0 / 255.0, 0.0, 0.0, 1.0);
    oV = vec4(dot(rgb, uVWeights) + 128.0 / 255.0, 0.0, 0.0, 1.0);
}
