#version 330 core
// The whole viewport, with the picture's first row on top.

out vec2 vAt;

const vec2 CORNERS[6] = vec2[6](vec2(0, 0), vec2(1, 0), vec2(0, 1), vec2(0, 1), vec2(1, 0), vec2(1, 1));

void main()
{
    vec2 corner = CORNERS[gl_VertexID];
    vAt = vec2(corner.x, 1.0 - corner.y);
    gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}
